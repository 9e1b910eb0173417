/** `npm run bench`: measures this machine; `-- --json` keeps stdout for the numbers as JSON. */
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findChromium } from "./find-chromium.mjs";

await ensureInstalled({ out: process.stderr });
const browser = await findChromium(process.stderr);
if (browser === null) process.exit(1);
await ensureBuilt(process.stderr);
process.env.CHROMIUM_PATH = browser;
await import("tsx");
await import("../../../e2e/bench/run.ts");
