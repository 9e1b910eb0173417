/** `epoch schedule replay`: a log of reviews on stdin, the memory after each of them as JSON. */
import { text } from "node:stream/consumers";
import { z } from "zod";
import { gradeCard, newMemory } from "@/lib/core/schedule/grade-card";
import { grades, type Memory } from "@/lib/core/schedule/memory";
import { isLeech, migrateWeights, type Scheduling, usualScheduling } from "@/lib/core/schedule/scheduling";
import { type Calendar, isZone, studyDayOf } from "@/lib/core/study-day";
import type { CommandResult } from "./notes";

const seconds = z
  .number()
  .positive()
  .max(30 * 86_400);
const daySeconds = 86_400;
const settings = z.object({
  weights: z
    .array(z.number())
    .transform(migrateWeights)
    .refine((weights) => weights !== null, "17, 19 or 21 weights")
    .default([...usualScheduling.weights]),
  retention: z.number().min(0.7).max(0.99).default(usualScheduling.retention),
  learningSteps: z
    .array(seconds)
    .max(10)
    .default([...usualScheduling.learningSteps]),
  relearningSteps: z
    .array(seconds)
    .max(10)
    .default([...usualScheduling.relearningSteps]),
  maximumInterval: z.int().min(1).max(36_500).default(usualScheduling.maximumDays),
  fuzz: z.literal(false).default(false),
  zone: z.string().refine(isZone, "an IANA zone name").default("UTC"),
  rolloverHour: z.int().min(0).max(23).default(4),
});
const log = z.object({
  settings: settings.prefault({}),
  reviews: z.array(z.object({ at: z.iso.datetime({ offset: true }), grade: z.enum(grades) })),
});

const refuse = (exit: 1 | 2, kind: string, message: string): CommandResult => ({
  exit,
  json: { error: { kind, message } },
});

export async function scheduleCommand(args: string[], input: NodeJS.ReadableStream): Promise<CommandResult> {
  if (args.length !== 1 || args[0] !== "replay")
    return refuse(2, "usage", "schedule replay, with JSON on stdin");
  let json: unknown;
  try {
    json = JSON.parse(await text(input));
  } catch {
    return refuse(1, "bad-input", "stdin is not JSON");
  }
  const read = log.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse(1, "bad-field", `${issue?.path.join(".") || "input"}: ${issue?.message}`);
  }
  const { reviews, settings: set } = read.data;
  const scheduling: Scheduling = {
    weights: set.weights ?? usualScheduling.weights,
    retention: set.retention,
    learningSteps: set.learningSteps,
    relearningSteps: set.relearningSteps,
    maximumDays: set.maximumInterval,
    fuzz: set.fuzz,
    leechAt: usualScheduling.leechAt,
  };
  const calendar = { zone: set.zone, rolloverHour: set.rolloverHour };
  let memory = newMemory();
  const states = reviews.map(({ at, grade }) => {
    const now = Date.parse(at);
    const before = memory;
    memory = gradeCard({ memory, grade, now, calendar, cardId: "replayed", scheduling });
    return {
      at,
      state: memory.phase,
      stability: memory.stability,
      difficulty: memory.difficulty,
      intervalDays: daysUntil(memory, now, calendar),
      dueAt: new Date(memory.dueAt).toISOString(),
      lapses: memory.lapses,
      leech: memory.lapses > before.lapses && isLeech(memory.lapses, scheduling.leechAt),
    };
  });
  return { exit: 0, json: { states } };
}

/** Whole study days in review; while learning the delay as a fraction of 24 hours, even into the next day. */
function daysUntil({ phase, dueAt, dueDay }: Memory, now: number, calendar: Calendar): number {
  return phase === "review" && dueDay !== null
    ? dueDay - studyDayOf(now, calendar)
    : (dueAt - now) / (1000 * daySeconds);
}
