/** `npm run dev`: the development server, on the same database as `npm start` unless EPOCH_DATA_DIR says otherwise. */
import { checkAddress } from "./check-address.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

await checkAddress();
await ensureInstalled();
process.env.EPOCH_DEV = "1";
await import("tsx");
await import("../serve.ts");
