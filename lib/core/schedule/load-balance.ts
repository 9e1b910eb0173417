/**
 * Decides the day of a review inside its fuzz range: with what other days hold already, a full day gets less, a
 * weekday that the learner wants light gets little, and siblings keep apart. Weights as in scheduling.md Q7 (Anki's).
 */
import type { StudyDay } from "../study-day";
import { fuzzRange } from "./fuzz";

/** How much of a usual day a weekday takes: all of it, half, or as little as the ranges allow. */
export const dayLoads = ["normal", "reduced", "minimum"] as const;
export type DayLoad = (typeof dayLoads)[number];

/** Longer intervals spread by themselves. */
const balancedDays = 90;
const crowding = 2.15;
const shortness = 3;
const share: Record<DayLoad, number> = { normal: 1, reduced: 0.5, minimum: 0.0001 };
/** By the days between siblings, from none. */
const apart = [1e-6, 0.2, 0.4, 0.6, 0.8];

export interface DayLoads {
  /** Cards due on a study day. */
  due: ReadonlyMap<StudyDay, number>;
  /** Days on which siblings of the card come back. */
  siblings: readonly StudyDay[];
  /** By weekday, Sunday first. */
  easyDays: readonly DayLoad[];
}

interface Placing {
  /** The wanted interval in days, and its bounds. */
  days: number;
  least: number;
  most: number;
  /** In [0, 1): the same chance finds the same day. */
  chance: number;
  today: StudyDay;
  loads?: DayLoads | undefined;
}

/** 0 for Sunday: day 0 of the study days was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whole days until the next review. */
export function placeDay({ days, least, most, chance, today, loads }: Placing): number {
  const [low, high] = fuzzRange(days, least, most);
  if (!loads || days > balancedDays) return Math.floor(low + chance * (high - low + 1));
  const weights = Array.from({ length: high - low + 1 }, (_, at) => weightOf(low + at, today, loads));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let left = chance * whole;
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return at < 0 ? high : low + at;
}

function weightOf(days: number, today: StudyDay, { due, siblings, easyDays }: DayLoads): number {
  const day = (today + days) as StudyDay;
  const count = due.get(day) ?? 0;
  const room = count === 0 ? 1 : (1 / count) ** crowding * (1 / days) ** shortness;
  const nearest = Math.min(apart.length, ...siblings.map((other) => Math.abs(other - day)));
  return room * share[easyDays[weekdayOf(day)] ?? "normal"] * (apart[nearest] ?? 1);
}
