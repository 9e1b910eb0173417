/** `epoch doctor`: a report on whether the database is sound; exit 1 when it is not. */
import { readEnv } from "@/lib/server/env";
import { examineDatabase } from "@/lib/server/examine-database";
import type { CommandResult } from "./notes";

export async function doctorCommand(args: string[]): Promise<CommandResult> {
  if (args.length > 0)
    return { exit: 2, json: { error: { kind: "usage", message: "Usage: doctor (no arguments)" } } };
  const env = readEnv(process.env);
  if (!env.ok) return { exit: 1, json: { error: env.error } };
  const examined = await examineDatabase(env.value.dataDir);
  if (!examined.ok) return { exit: 1, json: { error: examined.error } };
  return { exit: examined.value.ok ? 0 : 1, json: examined.value };
}
