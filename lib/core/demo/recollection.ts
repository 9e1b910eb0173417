/** What a made-up learner really keeps of a card, and so how they answer it. */
import type { Level } from "../questions/family";
import type { Rng } from "../rng";
import type { Grade } from "../schedule/memory";
import { modelOf } from "../schedule/scheduling";
import { nextTrace, type Trace } from "../schedule/trace";
import { dayMs, type StudyDay } from "../study-day";
import { type Learner, normal, within } from "./learner";

export interface Recollection extends Trace {
  at: number;
  day: StudyDay;
}

const odds = (logit: number): number => 1 / (1 + Math.exp(-logit));
const logitOf = (chance: number): number => Math.log(chance / (1 - chance));
/** Even what one knows is missed now and then. */
const attention = 0.98;
const longestMs = 60_000;

/** Chance to know a card now; `hardness` is that of its concept, in log-odds. Null: never seen. */
export function chanceToKnow(
  { memory, ability }: Learner,
  known: Recollection | null,
  now: number,
  hardness: number,
): number {
  if (!known) return odds(0.2 + ability - hardness);
  const days = Math.max(0, now - known.at) / dayMs;
  return attention * modelOf(memory).forgetting_curve(days, known.stability);
}

/** The same for a computed question: fresh numbers are harder than known words, and more so at higher levels. */
export function chanceToCompute(chance: number, learner: Learner, hardness: number, level: Level): number {
  const logit = logitOf(within(chance, 0.02, 0.98));
  return odds(logit + 0.3 * learner.ability - 0.4 * hardness - 0.3 * (level - 1));
}

/** How somebody grades themselves. */
export function gradeBySelf(rng: Rng, knows: boolean): Grade {
  const chance = rng.real();
  if (!knows) return "again";
  return chance < 0.13 ? "hard" : chance < 0.9 ? "good" : "easy";
}

/** Milliseconds until the answer: longer for what is not known, and three times as long where one computes. */
export function timeTaken(rng: Rng, { seconds }: Learner, knows: boolean, computes: boolean): number {
  const usual = seconds * (knows ? 1 : 1.5) * (computes ? 3 : 1);
  return Math.round(Math.min(longestMs, 1_000 * usual * Math.exp(normal(rng) * 0.4)));
}

/** What is kept after the answer. */
export function afterAnswer(
  { memory }: Learner,
  known: Recollection | null,
  grade: Grade,
  { at, day }: Pick<Recollection, "at" | "day">,
): Recollection {
  const elapsed = known ? Math.max(0, day - known.day) : 0;
  return { ...nextTrace(known, elapsed, grade, memory), at, day };
}
