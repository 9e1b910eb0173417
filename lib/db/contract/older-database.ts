import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";

/** For tests: makes a database as the version before migration `tag` left it. */
export function makeOlderDatabase(file: string, tag: string): void {
  const older = mkdtempSync(join(tmpdir(), "epoch-older-"));
  cpSync("lib/db/migrations/sqlite", older, { recursive: true });
  const journal = join(older, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  const kept = entries.slice(
    0,
    entries.findIndex((entry) => entry.tag === tag),
  );
  writeFileSync(journal, JSON.stringify({ ...rest, entries: kept }));
  const connection = new Database(file);
  applyMigrations(drizzle(connection), { migrationsFolder: older });
  connection.close();
  rmSync(older, { recursive: true });
}
