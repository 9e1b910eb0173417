import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const lock = resolve("lib/cli/launch/install-lock.mjs");

/** Runs a program in an own folder whose lock nobody else uses. */
function run(script) {
  const cwd = mkdtempSync(join(tmpdir(), "epoch-lock-"));
  const program = `import { holdInstallLock } from ${JSON.stringify(lock)};\nimport { spawn } from "node:child_process";\n${script}`;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd,
    encoding: "utf8",
    timeout: 20_000,
  });
  rmSync(cwd, { recursive: true });
  return { lines: stdout.trim().split("\n"), status };
}

test("a second process installs only after the first has ended", () => {
  const second = `import { holdInstallLock } from ${JSON.stringify(lock)};
    (await holdInstallLock(process.stdout))(); process.stdout.write("second");`;
  const { lines } = run(`
    const release = await holdInstallLock(process.stdout);
    const child = spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(second)}]);
    child.stdout.once("data", () => { console.log("first"); release(); });
    child.stdout.on("data", (text) => process.stdout.write(text));`);
  expect(lines).toEqual(["first", "Another process is installing the packages; waiting for it", "second"]);
});

test("a lock whose process died is taken over", () => {
  const dies = `import { holdInstallLock } from ${JSON.stringify(lock)}; await holdInstallLock(process.stdout);`;
  const { lines } = run(`
    const child = spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(dies)}]);
    child.on("exit", async () => { (await holdInstallLock(process.stderr))(); console.log("taken"); });`);
  expect(lines).toEqual(["taken"]);
});
