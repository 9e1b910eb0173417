import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Schema } from "./tables/schema";

/** The verbs that every supported database has: select, insert, update, delete. Always awaited. */
export type Queries = Omit<
  BaseSQLiteDatabase<"async", unknown, Record<string, never>>,
  "transaction" | "run" | "all" | "get" | "values"
>;

/** What a query function is given: a way to ask, and the tables to ask about. */
export interface Db {
  q: Queries;
  t: Schema;
}

export interface Store {
  kind: "sqlite";
  /** Committed rows only. */
  read: Db;
  /**
   * Runs one act and resolves after its rows are durable; a throw undoes this act alone. Acts run one after another
   * and must not wait for anything but their own queries. An act inside an act would wait for itself.
   */
  tx<Value>(act: (db: Db) => Promise<Value>): Promise<Value>;
  /** Copies the database to a new file while others go on writing. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
