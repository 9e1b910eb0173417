/** `epoch restore FILE`: puts a backup into a data directory that has no database yet. */
import { resolve } from "node:path";
import { readEnv } from "@/lib/server/env";
import { restore } from "@/lib/server/restore";
import type { CommandResult } from "./notes";

export function restoreCommand(args: string[]): CommandResult {
  const [backup, ...rest] = args;
  if (backup === undefined || backup.startsWith("-") || rest.length > 0) {
    return { exit: 2, json: { error: { kind: "usage", message: "Usage: restore FILE" } } };
  }
  const env = readEnv(process.env);
  if (!env.ok) return { exit: 1, json: { error: env.error } };
  const restored = restore(env.value.dataDir, resolve(backup));
  return restored.ok ? { exit: 0, json: restored.value } : { exit: 1, json: { error: restored.error } };
}
