/** `npm test`: from a fresh clone to one line that says whether everything holds. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findChromium } from "./find-chromium.mjs";
import { runChecks, showCounted } from "./run-checks.mjs";

await ensureInstalled();
const browser = await findChromium();
if (browser === null) process.exit(1);
const checks = runChecks();
await ensureBuilt();
const file = join(tmpdir(), `epoch-e2e-${process.pid}.json`);
const e2e = showCounted({
  title: "Browser tests",
  command: join("node_modules", ".bin", "playwright"),
  args: ["test", "-c", "e2e", "--reporter=list,json", ...process.argv.slice(2)],
  env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  file,
  count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
});

const failed = checks.failed + checks.broken.length + e2e.failed;
if (checks.broken.length > 0) process.stdout.write(`\nFailed: ${checks.broken.join(", ")}\n`);
process.stdout.write(`\n${checks.passed + e2e.passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
