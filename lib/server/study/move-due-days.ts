import { type Person, rulesOf } from "@/lib/core/people/person";
import { movedDay } from "@/lib/core/schedule/moved-day";
import { type StudyDay, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { putMark } from "@/lib/db/marks";
import { allStates, type DueRow, replaceState } from "@/lib/db/memories";
import { endOfLog } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { findCard, type StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";
import { schedulingFor } from "./scheduling-for";

/**
 * Lets the cards of these courses that wait in review come back on the days that the learner's weights and desired
 * recall give now, because the learner asked for it. Each day is a mark in the log, as one set by hand. Within an act; gives
 * how many cards moved.
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
  const seq = await endOfLog(db, person.id);
  const days = new Map(waiting.map(({ cardId, dueDay }) => [cardId, dueDay]));
  const held = countDays(waiting);
  const add = (day: StudyDay, cards: number) => held.set(day, (held.get(day) ?? 0) + cards);

  let moved = 0;
  for (const state of waiting) {
    const { cardId, dueDay, lastDay } = state;
    const found = findCard(courses, cardId);
    if (!found || dueDay === null || lastDay === null) continue;
    add(dueDay, -1);
    const group = found.course.groups.get(found.card.siblingGroup) ?? [];
    const siblings = group.flatMap((id) => (id === cardId ? [] : (days.get(id) ?? [])));
    const scheduling = schedulingFor(person, found);
    const loads = balancesLoad ? { due: held, siblings, easyDays } : undefined;
    const day = movedDay(state, { cardId, today, scheduling, loads }) ?? dueDay;
    add(day, 1);
    days.set(cardId, day);
    if (day === dueDay) continue;
    moved += 1;
    const due = { day, at: startOfStudyDay(day, calendar) };
    const { cardId: _, ...before } = state;
    const row = { userId: person.id, cardId };
    const next = { ...before, dueDay: day, dueAt: due.at, revision: before.revision + 1 };
    await replaceState(db, row, before.revision, next);
    await putMark(db, row, { kind: "due", seq, due }, now);
  }
  return moved;
}

function countDays(waiting: readonly DueRow[]): Map<StudyDay, number> {
  const due = new Map<StudyDay, number>();
  for (const { dueDay } of waiting) if (dueDay !== null) due.set(dueDay, (due.get(dueDay) ?? 0) + 1);
  return due;
}
