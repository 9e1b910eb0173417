import { type Person, rulesOf } from "@/lib/core/people/person";
import { movedDay } from "@/lib/core/schedule/moved-day";
import { type StudyDay, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { allStates, type DueRow, replaceState } from "@/lib/db/memories";
import { lastReviews, type Review, rewriteReview } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { findCard, type StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";
import { schedulingFor } from "./scheduling-for";

/**
 * Lets the cards of these courses that wait in review come back on the days that the learner's weights and desired
 * recall give now, because the learner asked for it. The last review of a moved card promises the new day from now on,
 * so that the log still says everything. Within an act; gives how many cards moved.
 */
export async function moveDueDays(
  db: Db,
  person: Person,
  courses: readonly StudiedCourse[],
  now: number,
): Promise<number> {
  const calendar = calendarOf(person);
  const today = studyDayOf(now, calendar);
  const { balancesLoad, easyDays } = rulesOf(person);
  const waiting = (await allStates(db, person.id))
    .filter((state) => state.phase === "review" && state.suspendedAt === null)
    .sort((a, b) => a.dueAt - b.dueAt || (a.cardId < b.cardId ? -1 : 1));
  const promised = await lastReviews(db, person.id);
  const days = new Map(waiting.map(({ cardId, dueDay }) => [cardId, dueDay]));
  const due = countDays(waiting);
  const add = (day: StudyDay, cards: number) => due.set(day, (due.get(day) ?? 0) + cards);

  let moved = 0;
  for (const state of waiting) {
    const { cardId, dueDay, lastDay } = state;
    const found = findCard(courses, cardId);
    const review = promised.get(cardId);
    if (!found || !review || dueDay === null || lastDay === null) continue;
    add(dueDay, -1);
    const group = found.course.groups.get(found.card.siblingGroup) ?? [];
    const siblings = group.flatMap((id) => (id === cardId ? [] : (days.get(id) ?? [])));
    const scheduling = schedulingFor(person, found);
    const loads = balancesLoad ? { due, siblings, easyDays } : undefined;
    const day = movedDay(state, { cardId, today, scheduling, loads }) ?? dueDay;
    add(day, 1);
    days.set(cardId, day);
    if (day === dueDay) continue;
    moved += 1;
    const dueAt = startOfStudyDay(day, calendar);
    await putDay(db, person, state, { review, to: { dueDay: day, dueAt }, amount: day - lastDay });
  }
  return moved;
}

interface Move {
  review: Pick<Review, "id" | "after">;
  to: { dueDay: StudyDay; dueAt: number };
  amount: number;
}

async function putDay(db: Db, { id: userId }: Person, state: DueRow, { review, to, amount }: Move) {
  const { cardId, ...before } = state;
  const next = { ...before, ...to, revision: before.revision + 1 };
  await replaceState(db, { userId, cardId }, before.revision, next);
  await rewriteReview(db, review.id, { after: { ...review.after, ...to }, unit: "days", amount });
}

function countDays(waiting: readonly DueRow[]): Map<StudyDay, number> {
  const due = new Map<StudyDay, number>();
  for (const { dueDay } of waiting) if (dueDay !== null) due.set(dueDay, (due.get(dueDay) ?? 0) + 1);
  return due;
}
