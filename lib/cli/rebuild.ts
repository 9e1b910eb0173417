/** `epoch rebuild`: every memory anew from the log of reviews. */
import { openDatabase } from "@/lib/server/open-database";
import { rebuildAll } from "@/lib/server/study/rebuild";
import type { CommandResult } from "./notes";

export async function rebuildCommand(args: string[]): Promise<CommandResult> {
  if (args.length > 0) return { exit: 2, json: { error: { kind: "usage", message: "Usage: rebuild" } } };
  const opened = await openDatabase((step) => process.stderr.write(`${step}\n`));
  if (!opened.ok) return { exit: 1, json: { error: opened.error } };
  try {
    return { exit: 0, json: await rebuildAll() };
  } finally {
    await opened.value.store.close();
  }
}
