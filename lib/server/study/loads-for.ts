import type { CardId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import { dayMs } from "@/lib/core/study-day";
import type { CardRow } from "@/lib/db/courses";
import { daysAhead, dueDaysOf } from "@/lib/db/memories";
import { theStore } from "../store";
import type { StudiedCourse } from "./course-index";

/** Days are balanced for intervals up to 90 days, and fuzz reaches a little beyond. */
export const aheadMs = 100 * dayMs;

/** What the learner's coming days hold, to choose a day for each of these cards by; null where loads are not balanced. */
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
  const due = new Map(
    (await daysAhead(read, person.id, now, now + aheadMs)).map(({ day, cards }) => [day, cards]),
  );
  const dueDays = await dueDaysOf(read, person.id, [...siblings.values()].flat());
  return (cardId) => ({
    due,
    siblings: (siblings.get(cardId) ?? []).flatMap((id) => dueDays.get(id) ?? []),
    easyDays,
  });
}
