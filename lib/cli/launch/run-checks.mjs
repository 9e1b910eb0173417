/** The checks that need no browser and no build, in the order in which they are quickest to fail. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = (name) => join("node_modules", ".bin", name);

/** Runs a command with its output shown. @returns whether it succeeded. */
export function show(title, command, args, env = {}) {
  process.stdout.write(`\n— ${title}\n`);
  const run = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  return run.status === 0;
}

/** Runs `command`, which writes a JSON report to `file`. @returns passed and failed, at least one failed if it did not end well. */
export function showCounted({ title, command, args, env, file, count }) {
  rmSync(file, { force: true });
  const ok = show(title, command, args, env);
  const { passed, failed } = existsSync(file)
    ? count(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0 };
  rmSync(file, { force: true });
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** Types, lint with import arrows, and unit tests; all of them even if one fails. @returns `{ passed, failed, broken }`. */
export function runChecks() {
  const broken = [];
  if (!show("Types", process.execPath, ["node_modules/next/dist/bin/next", "typegen"]))
    broken.push("route types");
  if (!show("Types: compiling", bin("tsc"), ["--noEmit"])) broken.push("types");
  if (!show("Lint, format and import cycles", bin("biome"), ["check", "--error-on-warnings"]))
    broken.push("lint");
  if (!show("Import arrows", process.execPath, ["lib/cli/launch/check-arrows.mjs"]))
    broken.push("import arrows");
  const file = join(tmpdir(), `epoch-unit-${process.pid}.json`);
  const unit = showCounted({
    title: "Unit tests",
    command: bin("vitest"),
    args: [
      "run",
      "--config",
      "lib/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    file,
    count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  });
  return { ...unit, broken };
}
