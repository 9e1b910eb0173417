import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asId, type ReviewId } from "@/lib/core/ids";
import { addLearner, openCourse } from "../testing/open-course";
import { coursesOf } from "./course-index";
import { openQueue } from "./open-queue";
import { openToday } from "./open-today";
import { recordAnswer } from "./record-answer";

const now = Date.parse("2026-11-20T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());

it("counts an Again of the morning after more than 60 answers", async () => {
  const person = await addLearner("long-day@example.com", now);
  const cards = (await coursesOf(person.id)).flatMap((course) => [...course.cards.values()]);
  const notes = cards.filter(({ family }) => family === null).slice(0, 63);
  for (const [at, { id: cardId }] of notes.entries()) {
    const answer = { kind: "grade", grade: at < 2 ? "again" : "good" } as const;
    const id = asId<ReviewId>(randomUUID());
    const outcome = await recordAnswer(person, { id, cardId, revision: 0, answer, takenMs: 1_000 }, now + at);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  }
  const head = await openQueue(person, now + 100);
  expect(head).toMatchObject({ doneCount: 63, againCount: 2 });
  expect(head.done).toEqual(Array.from({ length: 60 }, () => "good"));
  const today = await openToday(person, now + 100);
  expect(today).toMatchObject({ doneToday: 63, doneAgain: 2 });
  expect(today.doneGrades).toHaveLength(60);
});
