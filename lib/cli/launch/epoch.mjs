/** `npm run -s epoch -- …`: the command line; stdout belongs to the command's JSON. */
import { ensureInstalled } from "./ensure-installed.mjs";

await ensureInstalled(process.stderr);
await import("tsx");
await import("../main.ts");
