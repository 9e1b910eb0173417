/** Brings a database file to the schema of this version. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";

const folder = () => join(process.cwd(), "lib/db/migrations/sqlite");

export type SchemaState = "empty" | "older" | "current" | "newer" | "damaged";

function latestKnown(): number {
  const journal = JSON.parse(readFileSync(join(folder(), "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  return Math.max(...journal.entries.map((entry) => entry.when));
}

/** Compares the schema behind an open connection with that of this version. */
export function schemaOf(connection: Database.Database): Exclude<SchemaState, "damaged"> | "foreign" {
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  if (tables.length === 0) return "empty";
  if (!tables.includes("__drizzle_migrations")) return "foreign";
  const applied = connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get();
  const latest = latestKnown();
  if (applied === null) return "empty";
  return Number(applied) === latest ? "current" : Number(applied) > latest ? "newer" : "older";
}

/** Whether an error says that a file is no database, or one whose pages do not fit together. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));

/** Compares a database file with this version without changing it; a missing file counts as empty. */
export function inspectSchema(file: string): SchemaState {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(file, { fileMustExist: true, timeout: 2000 });
    if (connection.pragma("quick_check", { simple: true }) !== "ok") return "damaged";
    const schema = schemaOf(connection);
    return schema === "foreign" ? "damaged" : schema;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CANTOPEN") return "empty";
    if (isDamage(error)) return "damaged";
    throw error;
  } finally {
    connection?.close();
  }
}

/**
 * Applies what is missing, all in one transaction: interrupted, the former schema stays. A migration may put a new table
 * in place of one that others point to, so keys are checked afterwards instead of meanwhile.
 */
export function migrate(file: string): void {
  const connection = new Database(file, { timeout: 5000 });
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma("foreign_keys = OFF");
    applyMigrations(drizzle(connection), { migrationsFolder: folder() });
    const loose = connection.pragma("foreign_key_check") as unknown[];
    if (loose.length > 0)
      throw new Error(`migrate: ${loose.length} rows point to nothing after the migration`);
  } finally {
    connection.close();
  }
}
