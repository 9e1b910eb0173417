import { hasAccounts } from "@/lib/db/users";
import { version } from "@/package.json";
import { log } from "./log";
import { theStore } from "./store";

/** Whether this server can read its database now. */
export async function checkHealth(): Promise<{ ok: boolean; database: "sqlite"; version: string }> {
  try {
    const store = theStore();
    await hasAccounts(store.read);
    return { ok: true, database: store.kind, version };
  } catch (error) {
    log.error({ err: error }, "the database cannot be read");
    return { ok: false, database: "sqlite", version };
  }
}
