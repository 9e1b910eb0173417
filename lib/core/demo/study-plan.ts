/** On which days of a term a made-up learner studies, when they sit down and how much they take on. */
import type { Rng } from "../rng";
import { weekdayOf } from "../schedule/load-balance";
import { addDays, type StudyDay } from "../study-day";
import { type Learner, normal, within } from "./learner";

export interface StudyPlan {
  day: StudyDay;
  /** Minutes after the study day began. */
  startMinute: number;
  newCards: number;
  answers: number;
}

const weekend = 0.6;
/** Before the two exams of a term everybody finds more time. */
const examWeeks = [6, 7, 13, 14];
const examZeal = 0.2;
/** A stretch of days away: a trip, an illness, another course's deadline. */
const shortestAway = 3;
const longestAway = 8;

/** Study days only, in order, within `days` study days from `first`. */
export function planTerm(rng: Rng, learner: Learner, first: StudyDay, days: number): StudyPlan[] {
  const away = Array.from({ length: rng.int(0, 2) }, () => ({
    from: rng.int(0, days - 1),
    length: rng.int(shortestAway, longestAway),
  }));
  const [fewest, most] = learner.newCards;
  return Array.from({ length: days }, (_, at): StudyPlan | null => {
    const day = addDays(first, at);
    const zeal = examWeeks.includes(Math.floor(at / 7)) ? examZeal : 0;
    const isWeekend = weekdayOf(day) % 6 === 0;
    const chance = (learner.diligence + zeal) * (isWeekend ? weekend : 1);
    const isAway = away.some(({ from, length }) => at >= from && at < from + length);
    // Drawn on every day, so that a day away moves nothing after it.
    const [chosen, mood, shift] = [rng.real(), normal(rng), normal(rng)];
    if (isAway || chosen >= chance) return null;
    return {
      day,
      startMinute: Math.round(within(learner.startMinute + shift * 60, 200, 1_200)),
      newCards: Math.round(fewest + ((most - fewest) * at) / days),
      answers: Math.max(3, Math.round(learner.answersADay * (0.75 + (0.5 * at) / days + 0.3 * mood))),
    };
  }).filter((plan) => plan !== null);
}
