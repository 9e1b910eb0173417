/**
 * Decides when a card comes back. ts-fsrs computes stability and difficulty (FSRS-6) from counted study days;
 * steps, lapses, fuzz and the order of the four buttons are decided here. The label of a button and the saved result
 * come from this one computation.
 */
import { createRng, seedOf } from "../rng";
import { addDays, type Calendar, type StudyDay, startOfStudyDay, studyDayOf } from "../study-day";
import { type DayLoads, placeDay } from "./load-balance";
import type { Grade, Interval, Memory, Preview } from "./memory";
import { modelOf, type Scheduling, usualScheduling } from "./scheduling";
import { nextTrace } from "./trace";

const daySeconds = 86_400;
/** A card without steps stays in learning while the model wants it back within this share of a day. */
const sameDay = 0.5;

export interface Sight {
  memory: Memory;
  /** When it is graded, epoch milliseconds. */
  now: number;
  calendar: Calendar;
  cardId: string;
  /** Without it the usual weights, steps and retention. */
  scheduling?: Scheduling;
  /** The study day as it was counted when the grade was given; without it that of `now` in `calendar`. */
  today?: StudyDay;
  /** What other days hold already, where days are to be balanced. */
  loads?: DayLoads | undefined;
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
  lastDay: null,
});

/** Whole study days since the last review; a clock that ran backwards, or a journey west, counts as none. */
const elapsedDays = ({ lastDay }: Pick<Memory, "lastDay">, today: StudyDay): number =>
  lastDay === null ? 0 : Math.max(0, today - lastDay);

/** Chance of recalling the card on a study day, 0 to 1; 0 for a card never seen. */
export function recallOn(
  memory: Pick<Memory, "phase" | "stability" | "lastDay">,
  day: StudyDay,
  scheduling = usualScheduling,
): number {
  if (memory.phase === "new") return 0;
  return modelOf(scheduling).forgetting_curve(elapsedDays(memory, day), memory.stability);
}

/** The same now. */
export const recallChance = (
  memory: Memory,
  now: number,
  calendar: Calendar,
  scheduling = usualScheduling,
): number => recallOn(memory, studyDayOf(now, calendar), scheduling);

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

/** Days for the four grades: fuzzed, those that pass in growing order, and never a shorter step where they should grow. */
function daysOf(sight: Sight, today: StudyDay, stability: Record<Grade, number>): Record<Grade, number> {
  const { memory, cardId, loads, scheduling = usualScheduling } = sight;
  const { maximumDays, fuzz } = scheduling;
  const model = modelOf(scheduling);
  const chance = createRng(seedOf(`${cardId}:${memory.reps}`)).real();
  const last = scheduledDays(memory);
  const placed = (grade: Grade, least: number, growsFrom: number) => {
    const days = model.next_interval(stability[grade], 0);
    const floor = Math.min(Math.max(least, days > growsFrom ? growsFrom + 1 : 1), maximumDays);
    return fuzz
      ? placeDay({ days, least: floor, most: maximumDays, chance, today, loads })
      : Math.min(Math.max(days, floor), maximumDays);
  };
  const hard = placed("hard", 1, last);
  const good = placed("good", memory.phase === "review" ? hard + 1 : 1, last);
  return { again: placed("again", 1, 0), hard, good, easy: placed("easy", good + 1, last) };
}

/** Days until the wanted recall chance, as a fraction. */
function exactDays(stability: number, scheduling: Scheduling): number {
  return stability * modelOf(scheduling).interval_modifier;
}

const scheduledDays = ({ phase, dueDay, lastDay }: Memory): number =>
  phase === "review" && dueDay !== null && lastDay !== null ? dueDay - lastDay : 0;

/** The four outcomes of grading this card now: what each button says, and the memory it leaves. */
export function previewGrades(sight: Sight): {
  preview: Preview;
  next: Record<Grade, Memory>;
} {
  const { memory, now, calendar, scheduling = usualScheduling } = sight;
  const today = sight.today ?? studyDayOf(now, calendar);
  const elapsed = elapsedDays(memory, today);
  const state =
    memory.phase === "new" ? null : { stability: memory.stability, difficulty: memory.difficulty };
  const states = mapGrades((grade) => nextTrace(state, elapsed, grade, scheduling));
  const days = daysOf(
    sight,
    today,
    mapGrades((grade) => states[grade].stability),
  );
  const isLapse = memory.phase === "review";
  const isRelearning = isLapse || memory.phase === "relearning";
  const steps = isRelearning ? scheduling.relearningSteps : scheduling.learningSteps;

  /** Where there are no steps the model decides, to the second within the same day. */
  const withoutSteps = (grade: Grade): { step: number; delay: number } | null => {
    const wanted = exactDays(states[grade].stability, scheduling);
    return steps.length === 0 && wanted < sameDay
      ? { step: 0, delay: Math.round(wanted * daySeconds) }
      : null;
  };

  const outcome = (grade: Grade): { memory: Memory; interval: Interval } => {
    const common = {
      ...states[grade],
      reps: memory.reps + 1,
      lapses: memory.lapses + (isLapse && grade === "again" ? 1 : 0),
      lastReviewedAt: now,
      lastDay: today,
    };
    const isStepping = !isLapse || grade === "again";
    const stepped = isStepping ? (nextStep(grade, steps, memory.step) ?? withoutSteps(grade)) : null;
    if (stepped) {
      const dueAt = now + stepped.delay * 1000;
      const phase = isRelearning ? "relearning" : "learning";
      const day = studyDayOf(dueAt, calendar);
      return {
        memory: { ...common, phase, step: stepped.step, dueAt, dueDay: day > today ? day : null },
        interval: { dueAt, unit: "seconds", amount: stepped.delay },
      };
    }
    const amount = days[grade];
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
