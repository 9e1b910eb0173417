import * as s from "drizzle-orm/sqlite-core";

/** The column kinds that the tables are written in; a second database is a second object of this type. */
export const sqliteDialect = {
  table: s.sqliteTable,
  text: (name: string) => s.text(name),
  int: (name: string) => s.integer(name),
  real: (name: string) => s.real(name),
  /** An instant or a span in milliseconds: beyond 32 bits. */
  ms: (name: string) => s.integer(name),
  bytes: (name: string) => s.blob(name, { mode: "buffer" }),
  json: <T>(name: string) => s.text(name, { mode: "json" }).$type<T>(),
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  primaryKey: s.primaryKey,
};

export type Dialect = typeof sqliteDialect;
