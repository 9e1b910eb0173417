import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import { openStore } from "@/lib/db/client";
import { inspectSchema } from "@/lib/db/migrate";
import { databaseFile } from "./data-dir";

export interface BackupFailure {
  kind: "not-found" | "exists" | "damaged";
  message: string;
}

/**
 * Copies the database of a data directory while the server goes on writing. Writes a new file and never over an old
 * one; the name appears only when the copy is complete and sound.
 */
export async function backUp(
  dataDir: string,
  file: string,
): Promise<Result<{ file: string; bytes: number }, BackupFailure>> {
  const refuse = (kind: BackupFailure["kind"], message: string) => fail({ kind, message });
  const source = databaseFile(dataDir);
  if (!existsSync(source)) return refuse("not-found", `There is no database in ${dataDir} yet.`);
  if (existsSync(file)) return refuse("exists", `${file} exists already; a backup never replaces a file.`);
  if (!existsSync(dirname(file))) return refuse("not-found", `The folder ${dirname(file)} does not exist.`);
  if (inspectSchema(source) === "damaged") return refuse("damaged", `The database ${source} is damaged.`);

  const unfinished = `${file}.unfinished`;
  const store = openStore(source);
  try {
    await store.backup(unfinished);
  } finally {
    await store.close();
  }
  if (inspectSchema(unfinished) === "damaged") {
    rmSync(unfinished);
    return refuse("damaged", "The copy was not sound and was removed; try again.");
  }
  renameSync(unfinished, file);
  return ok({ file, bytes: statSync(file).size });
}
