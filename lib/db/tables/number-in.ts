import { type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

/** A number in a json column: written the same wherever it is asked for, so that an index may hold it. */
export const numberIn = (column: AnySQLiteColumn, field: string): SQL =>
  sql`(${column} ->> ${sql.raw(`'$.${field}'`)})`;
