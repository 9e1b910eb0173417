/** `npm run check`: types, lint, format, import arrows, cycles and unit tests; the quick half of `npm test`. */
import { ensureInstalled } from "./ensure-installed.mjs";
import { runChecks } from "./run-checks.mjs";

await ensureInstalled();
const { passed, failed, broken } = runChecks();
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(", ")}\n`);
process.stdout.write(`\n${passed} passed, ${failed + broken.length} failed\n`);
process.exitCode = failed + broken.length > 0 ? 1 : 0;
