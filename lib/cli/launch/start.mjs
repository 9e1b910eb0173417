/** `npm start`: everything from a fresh clone to a serving address. */
import { checkAddress } from "./check-address.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

await checkAddress();
await ensureInstalled();
await ensureBuilt();
process.env.NODE_ENV = "production";
await import("tsx");
await import("../serve.ts");
