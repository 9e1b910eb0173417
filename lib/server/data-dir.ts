/** The directory that holds all of one installation: the database, its backups and the secret. */
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const databaseFile = (dataDir: string): string => join(dataDir, "epoch.db");
const secretFile = (dataDir: string): string => join(dataDir, "secret");

/** Makes the directory if it is missing and checks that files can be written into it; throws if not. */
export function openDataDir(dataDir: string): void {
  makeFolder(dataDir);
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** The secret that signs sessions: the one set by the operator, or the one made on first start (mode 600). */
export function authSecretOf(env: { dataDir: string; authSecret: string | null }): string {
  if (env.authSecret !== null) return env.authSecret;
  const file = secretFile(env.dataDir);
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

/** One folder after another: where a file system refuses (as /proc does), `recursive` never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
