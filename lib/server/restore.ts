import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { fail, ok, type Result } from "@/lib/core/result";
import { inspectSchema, migrate } from "@/lib/db/migrate";
import { databaseFile, openDataDir } from "./data-dir";

export interface RestoreFailure {
  kind: "data-directory" | "exists" | "not-found" | "in-use" | "damaged" | "newer-schema";
  message: string;
}

/**
 * Puts a backup into a data directory that has no database yet and brings it to this version. The backup itself is only
 * copied; the database gets its name when it is complete, sound and up to date.
 */
export function restore(
  dataDir: string,
  backup: string,
): Result<{ file: string; bytes: number }, RestoreFailure> {
  const refuse = (kind: RestoreFailure["kind"], message: string) => fail({ kind, message });
  const file = databaseFile(dataDir);
  if (existsSync(file))
    return refuse("exists", `${dataDir} holds a database already; restoring never replaces one.`);
  if (!existsSync(backup) || !statSync(backup).isFile())
    return refuse("not-found", `There is no file ${backup}.`);
  if (existsSync(`${backup}-wal`) && statSync(`${backup}-wal`).size > 0)
    return refuse("in-use", `${backup} is in use; copy it with "epoch backup" first.`);
  try {
    openDataDir(dataDir);
  } catch {
    return refuse("data-directory", `${dataDir} is not a directory that can be written.`);
  }

  const unfinished = `${file}.unfinished`;
  try {
    copyFileSync(backup, unfinished);
    chmodSync(unfinished, 0o600);
    const schema = inspectSchema(unfinished);
    if (schema === "newer")
      return refuse(
        "newer-schema",
        `${backup} was written by a newer version of Epoch; restore it with that.`,
      );
    if (schema === "damaged" || schema === "empty")
      return refuse("damaged", `${backup} is damaged or not an Epoch database.`);
    if (schema === "older") migrate(unfinished);
    makeDurable(unfinished);
    renameSync(unfinished, file);
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
  return ok({ file, bytes: statSync(file).size });
}

function makeDurable(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}
