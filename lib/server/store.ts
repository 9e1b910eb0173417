import { openStore } from "@/lib/db/client";
import type { Store } from "@/lib/db/store";
import { databaseFile } from "./data-dir";
import { requireEnv } from "./env";

const global = globalThis as typeof globalThis & { epochStore?: Store };

/** The one store of this process; it outlives a reload of modules in development. */
export function theStore(): Store {
  global.epochStore ??= openStore(databaseFile(requireEnv().dataDir));
  return global.epochStore;
}

/** Makes a store that is already open the one of this process; after null the next who asks opens one. */
export function keepStore(store: Store | null): void {
  if (store) global.epochStore = store;
  else delete global.epochStore;
}
