/** `epoch backup FILE`: copies the database while the server goes on writing. */
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { openStore } from "@/lib/db/client";
import { inspectSchema } from "@/lib/db/migrate";
import { databaseFile } from "@/lib/server/data-dir";
import { readEnv } from "@/lib/server/env";
import type { CommandResult } from "./notes";

const refuse = (kind: string, message: string): CommandResult => ({
  exit: 1,
  json: { error: { kind, message } },
});

/** Writes a new file and never over an old one; the name appears only when the copy is complete and sound. */
export async function backupCommand(args: string[]): Promise<CommandResult> {
  const [target, ...rest] = args;
  if (target === undefined || target.startsWith("-") || rest.length > 0) {
    return { exit: 2, json: { error: { kind: "usage", message: "Usage: backup FILE" } } };
  }
  const env = readEnv(process.env);
  if (!env.ok) return refuse(env.error.kind, env.error.message);
  const source = databaseFile(env.value.dataDir);
  if (!existsSync(source)) return refuse("not-found", `There is no database in ${env.value.dataDir} yet.`);
  const file = resolve(target);
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
  return { exit: 0, json: { file, bytes: statSync(file).size } };
}
