import { existsSync } from "node:fs";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Examination, examine } from "@/lib/db/examine";
import { databaseFile } from "./data-dir";

/** What is wrong with the database of a data directory, if anything. Only reads, also while a server writes. */
export async function examineDatabase(
  dataDir: string,
): Promise<Result<Examination, { kind: "not-found"; message: string }>> {
  const file = databaseFile(dataDir);
  if (!existsSync(file))
    return fail({ kind: "not-found", message: `There is no database in ${dataDir} yet.` });
  return ok(await examine(file));
}
