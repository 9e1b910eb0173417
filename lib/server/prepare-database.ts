import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import { openStore } from "@/lib/db/client";
import { inspectSchema, migrate } from "@/lib/db/migrate";
import { databaseFile } from "./data-dir";

export interface DatabaseFailure {
  kind: "damaged" | "newer-schema";
  message: string;
}

/**
 * Brings the database of a data directory to this version: a new one is made, an older one is backed up first, and one
 * that is damaged or from a newer version is left exactly as it is.
 */
export async function prepareDatabase(
  dataDir: string,
  now: number,
): Promise<Result<"made" | "upgraded" | "current", DatabaseFailure>> {
  const file = databaseFile(dataDir);
  const state = inspectSchema(file);
  if (state === "damaged") {
    const message = `The database ${file} is damaged or not an Epoch database; nothing was changed. Put a backup in its place.`;
    return fail({ kind: "damaged", message });
  }
  if (state === "newer") {
    const message = `The database ${file} was written by a newer version of Epoch; nothing was changed. Start that version instead.`;
    return fail({ kind: "newer-schema", message });
  }
  if (state === "current") return ok("current");
  if (state === "older") await backUpBefore(file, dataDir, now);
  migrate(file);
  return ok(state === "older" ? "upgraded" : "made");
}

async function backUpBefore(file: string, dataDir: string, now: number): Promise<void> {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = openStore(file);
  const stamp = new Date(now).toISOString().replace(/[:.]/g, "-");
  await store.backup(join(folder, `before-upgrade-${stamp}.db`));
  await store.close();
}
