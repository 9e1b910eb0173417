/** Opens the embedded database: one connection that writes behind a queue, one that only reads. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db, Queries, Store } from "./store";
import * as tables from "./tables/sqlite";
import { createWriter } from "./writer";

/** A connection as the query functions take it. */
export const asDb = (connection: Database.Database): Db => ({
  q: drizzle(connection) as unknown as Queries,
  t: tables,
});

/** Opens a database file whose schema is up to date (see `migrate`). Throws when it cannot be read and written. */
export function openStore(file: string): Store {
  const writing = new Database(file, { timeout: 50 });
  writing.pragma("journal_mode = WAL");
  writing.pragma("synchronous = FULL");
  writing.pragma("foreign_keys = ON");
  const reading = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
  const writer = createWriter(writing, asDb(writing));
  return {
    kind: "sqlite",
    read: asDb(reading),
    tx: writer.run,
    backup: async (target) => {
      await reading.backup(target);
    },
    close: async () => {
      await writer.drained();
      reading.close();
      writing.close();
    },
  };
}
