import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, type Result } from "@/lib/core/result";
import { addDays, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { calendarOf } from "../study/load-queue";
import { changeStates } from "./change-states";
import type { CardsFailure } from "./find-own-cards";

/** The furthest day from today that may be set. */
export const mostDaysAhead = 3650;

/**
 * Sets the day on which cards in review come back, 0 for today; their memory stays as it is. Cards that are new or being
 * learned keep their steps.
 */
export async function setDay(
  person: Person,
  cardIds: readonly CardId[],
  days: number,
  now: number,
): Promise<Result<{ changed: number }, CardsFailure | { kind: "day-unusable" }>> {
  if (!Number.isInteger(days) || days < 0 || days > mostDaysAhead) return fail({ kind: "day-unusable" });
  const calendar = calendarOf(person);
  const day = addDays(studyDayOf(now, calendar), days);
  const due = { at: startOfStudyDay(day, calendar), day };
  return changeStates(
    person,
    cardIds,
    (state, seq) =>
      state?.phase !== "review" || state.dueDay === day
        ? null
        : { state: { ...state, dueAt: due.at, dueDay: day }, mark: { kind: "due", seq, due } },
    now,
  );
}
