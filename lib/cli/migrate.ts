/** `epoch migrate` and `epoch seed`: the steps of `npm start` one by one, for those who run the server their own way. */

import { openDatabase } from "@/lib/server/open-database";
import { seedDefaultCourse } from "@/lib/server/seed-default-course";
import type { CommandResult } from "./notes";

const toStderr = (step: string) => process.stderr.write(`${step}\n`);
const usage = (command: string): CommandResult => ({
  exit: 2,
  json: { error: { kind: "usage", message: `Usage: ${command} (no arguments)` } },
});

export async function migrateCommand(args: string[]): Promise<CommandResult> {
  if (args.length > 0) return usage("migrate");
  const opened = await openDatabase(toStderr);
  if (!opened.ok) return { exit: 1, json: { error: opened.error } };
  await opened.value.store.close();
  return { exit: 0, json: { ok: true } };
}

export async function seedCommand(args: string[]): Promise<CommandResult> {
  if (args.length > 0) return usage("seed");
  const opened = await openDatabase(toStderr);
  if (!opened.ok) return { exit: 1, json: { error: opened.error } };
  const seeded = await seedDefaultCourse(Date.now());
  await opened.value.store.close();
  return seeded.ok ? { exit: 0, json: seeded.value } : { exit: 1, json: { error: seeded.error } };
}
