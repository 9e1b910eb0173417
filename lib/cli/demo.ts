/** `epoch demo`: a class with a term behind it, to look around in. The password of its accounts goes to stderr. */
import { fillDemo, usualClass } from "@/lib/server/demo/fill-demo";
import { openDatabase } from "@/lib/server/open-database";
import { seedDefaultCourse } from "@/lib/server/seed-default-course";
import type { CommandResult } from "./notes";

const sentences = {
  "not-empty": "This database holds people already; the demo goes into an empty one.",
  "no-course": "The default course is missing; run: epoch seed",
};
const refuse = (kind: string, message: string): CommandResult => ({
  exit: 1,
  json: { error: { kind, message } },
});

export async function demoCommand(args: string[]): Promise<CommandResult> {
  if (args.length > 0)
    return { exit: 2, json: { error: { kind: "usage", message: "Usage: demo (no arguments)" } } };
  const tell = (step: string) => process.stderr.write(`${step}\n`);
  const opened = await openDatabase(tell);
  if (!opened.ok) return refuse(opened.error.kind, opened.error.message);
  try {
    const seeded = await seedDefaultCourse(Date.now());
    if (!seeded.ok) return refuse(seeded.error.kind, `${seeded.error.file}: ${seeded.error.message}`);
    const filled = await fillDemo(usualClass, Date.now(), tell);
    if (!filled.ok) return refuse(filled.error.kind, sentences[filled.error.kind]);
    const { password, ...json } = filled.value;
    tell(
      `Password of instructor@example.com and student01@example.com to student30@example.com: ${password}`,
    );
    return { exit: 0, json };
  } finally {
    await opened.value.store.close();
  }
}
