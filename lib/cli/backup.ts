/** `epoch backup FILE`: copies the database while the server goes on writing. */
import { resolve } from "node:path";
import { backUp } from "@/lib/server/back-up";
import { readEnv } from "@/lib/server/env";
import type { CommandResult } from "./notes";

export async function backupCommand(args: string[]): Promise<CommandResult> {
  const [target, ...rest] = args;
  if (target === undefined || target.startsWith("-") || rest.length > 0) {
    return { exit: 2, json: { error: { kind: "usage", message: "Usage: backup FILE" } } };
  }
  const env = readEnv(process.env);
  if (!env.ok) return { exit: 1, json: { error: env.error } };
  const copied = await backUp(env.value.dataDir, resolve(target));
  return copied.ok ? { exit: 0, json: copied.value } : { exit: 1, json: { error: copied.error } };
}
