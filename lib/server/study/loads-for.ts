import type { CardId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import { addDays, studyDayOf } from "@/lib/core/study-day";
import type { CardRow } from "@/lib/db/courses";
import { daysAhead, dueDaysOf } from "@/lib/db/memories";
import { theStore } from "../store";
import type { StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";

/** Days are balanced for intervals up to 90 days, and fuzz reaches a little beyond. */
export const balancedAhead = 100;

/**
 * What the learner's coming days hold, to choose a day for each of these cards by; null where loads are not balanced. It
 * stays the same all day, so that each card of a queue keeps the promise on its buttons.
 */
export async function loadsFor(
  person: Person,
  found: readonly { course: StudiedCourse; card: CardRow }[],
  now: number,
): Promise<((cardId: CardId) => DayLoads) | null> {
  const { balancesLoad, easyDays } = rulesOf(person);
  if (!balancesLoad) return null;
  const siblings = new Map(
    found.map(({ course, card }) => [
      card.id,
      course.groups.get(card.siblingGroup)?.filter((id) => id !== card.id) ?? [],
    ]),
  );
  const { read } = theStore();
  const today = studyDayOf(now, calendarOf(person));
  const ahead = await daysAhead(read, person.id, { today, until: addDays(today, balancedAhead) });
  const due = new Map(ahead.map(({ day, cards }) => [day, cards]));
  const dueDays = await dueDaysOf(read, person.id, [...siblings.values()].flat(), today);
  return (cardId) => ({
    due,
    siblings: (siblings.get(cardId) ?? []).flatMap((id) => dueDays.get(id) ?? []),
    easyDays,
  });
}
