/** Decides whether the production build matches the sources, and makes it if not. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "./run-step.mjs";

const sources = [
  "app",
  "lib",
  "public",
  "package-lock.json",
  "next.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
];
const notBuilt = (path) => /\.test\.tsx?$/.test(path) || path.startsWith(join("lib", "cli"));

/** Builds if a source changed since the last build; ends the process if the build fails. */
export async function ensureBuilt(out = process.stdout) {
  const stamp = join(process.env.EPOCH_DIST ?? ".next", ".epoch-build");
  const wanted = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  const step = await runStep({
    title: "Building the pages",
    command: process.execPath,
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    out,
    doingOf: (line) => (/[a-z]{3}/i.test(line) ? line.replace(/[^\w .,:()/-]/g, "").trim() : undefined),
  });
  if (!step.ok) process.exit(1);
  writeFileSync(stamp, wanted);
}

/** One hash over paths and contents, the same whatever order the file system lists them in. */
function hashOf(roots) {
  const hash = createHash("sha256").update(process.versions.modules);
  const visit = (path) => {
    if (!existsSync(path) || notBuilt(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path}\0`).update(readFileSync(path));
  };
  for (const root of roots) visit(root);
  return hash.digest("hex");
}
