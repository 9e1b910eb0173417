import { fail, ok, type Result } from "@/lib/core/result";
import type { Store } from "@/lib/db/store";
import { openDataDir } from "./data-dir";
import { type Env, readEnv } from "./env";
import { prepareDatabase } from "./prepare-database";
import { theStore } from "./store";

export interface SetupFailure {
  kind: string;
  message: string;
}

/** Checks the environment, the data directory and the database in this order; the first problem is one sentence. */
export async function openDatabase(
  tell: (step: string) => void,
): Promise<Result<{ env: Env; store: Store }, SetupFailure>> {
  const env = readEnv(process.env);
  if (!env.ok) return env;
  const { dataDir } = env.value;
  try {
    openDataDir(dataDir);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    const message = `EPOCH_DATA_DIR ${dataDir} is not a directory that can be written${code}: choose another or change its rights.`;
    return fail({ kind: "data-directory", message });
  }
  tell(`Data directory: ${dataDir}`);
  const prepared = await prepareDatabase(dataDir, Date.now());
  if (!prepared.ok) return prepared;
  const said = { made: "made", upgraded: "backed up and upgraded", current: "up to date" } as const;
  tell(`Database: ${said[prepared.value]}`);
  return ok({ env: env.value, store: theStore() });
}
