/** `npm run -s epoch -- …`: the command line; stdout belongs to the command's JSON. */
import { ensureInstalled } from "./ensure-installed.mjs";

await ensureInstalled({ out: process.stderr, replaces: false });
await import("tsx");
await import("../main.ts");
