/**
 * Decides when a card comes back. ts-fsrs computes stability and difficulty (FSRS-6) from counted study days;
 * steps, lapses, fuzz and the order of the four buttons are decided here. The label of a button and the saved result
 * come from this one computation.
 */
import { FSRSAlgorithm } from "ts-fsrs";
import { createRng, seedOf } from "../rng";
import { addDays, type Calendar, startOfStudyDay, studyDayOf } from "../study-day";
import { fuzzInterval } from "./fuzz";
import type { Grade, Interval, Memory, Preview } from "./memory";

/** Delays in seconds between the first sights of a card, and after a lapse. */
const learningSteps = [60, 600] as const;
const relearningSteps = [600] as const;
const maximumDays = 36_500;
const desiredRetention = 0.9;
const daySeconds = 86_400;

const fsrs = new FSRSAlgorithm({
  request_retention: desiredRetention,
  maximum_interval: maximumDays,
  enable_fuzz: false,
});
const rating: Record<Grade, 1 | 2 | 3 | 4> = {
  again: 1,
  hard: 2,
  good: 3,
  easy: 4,
};

export interface Sight {
  memory: Memory;
  /** When it is graded, epoch milliseconds. */
  now: number;
  calendar: Calendar;
  cardId: string;
}

export const newMemory = (): Memory => ({
  phase: "new",
  stability: 0,
  difficulty: 0,
  step: 0,
  dueAt: 0,
  dueDay: null,
  reps: 0,
  lapses: 0,
  lastReviewedAt: null,
});

/** Whole study days since the last review; a clock that ran backwards counts as none. */
function elapsedDays({ memory, now, calendar }: Omit<Sight, "cardId">): number {
  if (memory.lastReviewedAt === null) return 0;
  return Math.max(0, studyDayOf(now, calendar) - studyDayOf(memory.lastReviewedAt, calendar));
}

/** Chance of recalling the card now, 0 to 1; 0 for a card never seen. */
export function recallChance(memory: Memory, now: number, calendar: Calendar): number {
  if (memory.phase === "new") return 0;
  return fsrs.forgetting_curve(elapsedDays({ memory, now, calendar }), memory.stability);
}

/** Delay in seconds until the same step again for Hard: the mean of the first two, or half as long again. */
function hardDelay(steps: readonly number[], step: number): number {
  const current = steps[step] ?? steps[0] ?? 0;
  if (step > 0) return current;
  const following = steps[1];
  return following === undefined ? Math.min(current * 1.5, current + daySeconds) : (current + following) / 2;
}

/** The step a grade leads to, or null when it leaves the steps. */
function nextStep(
  grade: Grade,
  steps: readonly number[],
  step: number,
): { step: number; delay: number } | null {
  const [first] = steps;
  if (first === undefined || grade === "easy") return null;
  if (grade === "again") return { step: 0, delay: first };
  if (grade === "hard") return { step, delay: hardDelay(steps, step) };
  const delay = steps[step + 1];
  return delay === undefined ? null : { step: step + 1, delay };
}

/** Days for hard, good and easy: fuzzed, in growing order, and never a shorter step than the last where they should grow. */
function passingDays(
  sight: Sight,
  stability: Record<Grade, number>,
): Record<Exclude<Grade, "again">, number> {
  const { memory, cardId } = sight;
  const chance = createRng(seedOf(`${cardId}:${memory.reps}`)).real();
  const last = memory.phase === "review" && memory.dueDay !== null ? scheduledDays(sight) : 0;
  const fuzzed = (grade: Grade, least: number) => {
    const days = fsrs.next_interval(stability[grade], 0);
    const floor = Math.min(Math.max(least, days > last ? last + 1 : 1), maximumDays);
    return fuzzInterval(days, floor, maximumDays, chance);
  };
  const hard = fuzzed("hard", 1);
  const good = fuzzed("good", memory.phase === "review" ? hard + 1 : 1);
  return { hard, good, easy: fuzzed("easy", good + 1) };
}

function scheduledDays({ memory, calendar }: Sight): number {
  if (memory.dueDay === null || memory.lastReviewedAt === null) return 0;
  return memory.dueDay - studyDayOf(memory.lastReviewedAt, calendar);
}

/** The four outcomes of grading this card now: what each button says, and the memory it leaves. */
export function previewGrades(sight: Sight): {
  preview: Preview;
  next: Record<Grade, Memory>;
} {
  const { memory, now, calendar } = sight;
  const elapsed = elapsedDays(sight);
  const state =
    memory.phase === "new" ? null : { stability: memory.stability, difficulty: memory.difficulty };
  const states = mapGrades((grade) => fsrs.next_state(state, elapsed, rating[grade]));
  const days = passingDays(
    sight,
    mapGrades((grade) => states[grade].stability),
  );
  const today = studyDayOf(now, calendar);
  const isLapse = memory.phase === "review";
  const steps = isLapse || memory.phase === "relearning" ? relearningSteps : learningSteps;

  const outcome = (grade: Grade): { memory: Memory; interval: Interval } => {
    const common = {
      ...states[grade],
      reps: memory.reps + 1,
      lapses: memory.lapses + (isLapse && grade === "again" ? 1 : 0),
      lastReviewedAt: now,
    };
    const stepped = isLapse && grade !== "again" ? null : nextStep(grade, steps, memory.step);
    if (stepped) {
      const dueAt = now + stepped.delay * 1000;
      const phase = steps === relearningSteps ? "relearning" : "learning";
      return {
        memory: { ...common, phase, step: stepped.step, dueAt, dueDay: null },
        interval: { dueAt, unit: "seconds", amount: stepped.delay },
      };
    }
    const amount = grade === "again" ? 1 : days[grade];
    const dueDay = addDays(today, amount);
    const dueAt = startOfStudyDay(dueDay, calendar);
    return {
      memory: { ...common, phase: "review", step: 0, dueAt, dueDay },
      interval: { dueAt, unit: "days", amount },
    };
  };
  const outcomes = mapGrades(outcome);
  return {
    preview: mapGrades((grade) => outcomes[grade].interval),
    next: mapGrades((grade) => outcomes[grade].memory),
  };
}

/** The memory after one grade: exactly what its button promised. */
export function gradeCard({ grade, ...sight }: Sight & { grade: Grade }): Memory {
  return previewGrades(sight).next[grade];
}

function mapGrades<Value>(of: (grade: Grade) => Value): Record<Grade, Value> {
  return {
    again: of("again"),
    hard: of("hard"),
    good: of("good"),
    easy: of("easy"),
  };
}

/** Replays a card's log from new; the memory is a fold of it. */
export function replayGrades(
  log: readonly { grade: Grade; at: number }[],
  calendar: Calendar,
  cardId: string,
): Memory {
  return log.reduce(
    (memory, { grade, at }) => gradeCard({ memory, grade, now: at, calendar, cardId }),
    newMemory(),
  );
}
