import { type Person, rulesOf } from "@/lib/core/people/person";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import { dayMs } from "@/lib/core/study-day";
import type { CardRow } from "@/lib/db/courses";
import { daysAhead, dueDaysOf } from "@/lib/db/memories";
import { theStore } from "../store";
import type { StudiedCourse } from "./course-index";

/** Days are balanced for intervals up to 90 days, and fuzz reaches a little beyond. */
const aheadMs = 100 * dayMs;

/** What the learner's coming days hold, to choose a day for this card by; nothing where loads are not balanced. */
export async function loadsFor(
  person: Person,
  { course, card }: { course: StudiedCourse; card: CardRow },
  now: number,
): Promise<DayLoads | undefined> {
  const { balancesLoad, easyDays } = rulesOf(person);
  if (!balancesLoad) return undefined;
  const siblings = course.groups.get(card.siblingGroup)?.filter((id) => id !== card.id) ?? [];
  const { read } = theStore();
  const due = new Map(
    (await daysAhead(read, person.id, now, now + aheadMs)).map(({ day, cards }) => [day, cards]),
  );
  return { due, siblings: await dueDaysOf(read, person.id, siblings), easyDays };
}
