import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Grade } from "@/lib/core/schedule/memory";
import { dayMs } from "@/lib/core/study-day";
import { findState } from "@/lib/db/memories";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { coursesOf } from "./course-index";
import { openRecord } from "./open-record";
import { recordAnswer } from "./record-answer";

/** Monday noon in Seoul, study day 20773. */
const monday = Date.parse("2026-11-16T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(monday);
});
afterAll(() => opened.remove());

it("tells what lies behind the day: the run, recall of cards in review only, and where to begin", async () => {
  const person = await addLearner("record@example.com", monday);
  const grade = async (cardId: CardId, given: Grade, at: number) => {
    const revision = (await findState(theStore().read, person.id, cardId))?.revision ?? 0;
    const id = asId<ReviewId>(randomUUID());
    const answer = { kind: "grade", grade: given } as const;
    const outcome = await recordAnswer(person, { id, cardId, revision, answer, takenMs: 3_000 }, at);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  };
  const cards = (await coursesOf(person.id)).flatMap((course) => [...course.cards.values()]);
  const skill = cards.find(({ family }) => family !== null);
  const notes = cards.filter((card) => card.family === null && card.concept === skill?.concept);
  const [one, two] = notes;
  if (!skill || !one || !two) throw new Error("a concept with a computed question has note cards");

  const before = await openRecord(person, "ko", monday);
  expect(before).toMatchObject({ days: [], streak: { days: 0 }, recent: { asked: 0 }, weakest: [] });
  expect(before.cards).toEqual({ known: 0, all: cards.length });

  await grade(one.id, "easy", monday);
  await grade(two.id, "again", monday + dayMs);
  // Tuesday's card is still in learning: only Thursday's answer, and that of Saturday, had a promise to keep.
  await grade(one.id, "again", monday + 3 * dayMs);
  await grade(one.id, "easy", monday + 3 * dayMs + 600_000);
  await grade(one.id, "good", monday + 5 * dayMs);
  const after = await openRecord(person, "ko", monday + 5 * dayMs + 1_000);
  expect(after.streak).toEqual({ days: 2, restsLeft: 0 });
  expect(after.recent).toEqual({ days: 30, asked: 2, recalled: 1 });
  expect(after.cards.known).toBe(1);
  expect(after.weakest).toHaveLength(1);
  expect(after.weakest[0]).toMatchObject({ id: skill.concept, family: skill.family, seen: 2 });

  const late = await openRecord(person, "ko", monday + 34 * dayMs);
  expect(late.recent).toEqual({ days: 30, asked: 1, recalled: 1 });
});
