/**
 * Decides on which day a card comes back once weights or the desired recall changed and its learner asked for the days
 * to follow. Never a day in the past; what is due already and would still be stays where it is.
 */
import { createRng, seedOf } from "../rng";
import type { StudyDay } from "../study-day";
import { type DayLoads, placeDay } from "./load-balance";
import type { Memory } from "./memory";
import { modelOf, type Scheduling } from "./scheduling";

interface Moving {
  cardId: string;
  today: StudyDay;
  scheduling: Scheduling;
  /** What the days hold without this card, where days are to be balanced. */
  loads?: DayLoads | undefined;
}

/** The new due day of a card in review; null where it has none to move. */
export function movedDay(
  memory: Pick<Memory, "phase" | "stability" | "reps" | "lastDay" | "dueDay">,
  { cardId, today, scheduling, loads }: Moving,
): StudyDay | null {
  const { phase, stability, reps, lastDay, dueDay } = memory;
  if (phase !== "review" || lastDay === null || dueDay === null) return null;
  const days = modelOf(scheduling).next_interval(stability, 0);
  if (dueDay <= today && lastDay + days <= today) return dueDay;
  // The chance of the grade that made the interval: with nothing changed the day stays.
  const chance = createRng(seedOf(`${cardId}:${reps - 1}`)).real();
  const most = Math.max(scheduling.maximumDays, today - lastDay);
  const least = Math.max(1, today - lastDay);
  const placed = scheduling.fuzz
    ? placeDay({ days, least, most, chance, today: lastDay, loads })
    : Math.max(days, least);
  return (lastDay + placed) as StudyDay;
}
