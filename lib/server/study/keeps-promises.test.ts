/** What the queue says of a card is what happens to it, whatever else the learner does that day. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { weekdayOf } from "@/lib/core/schedule/load-balance";
import { type Grade, grades } from "@/lib/core/schedule/memory";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { type StudyDay, startOfStudyDay } from "@/lib/core/study-day";
import { replaceState } from "@/lib/db/memories";
import { setDay } from "../cards/set-day";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { commitAnswer } from "./commit-answer";
import { coursesOf } from "./course-index";
import { calendarOf, loadQueue } from "./load-queue";
import { openAhead } from "./open-ahead";

/** Friday noon in Seoul, study day 20777. */
const now = Date.parse("2026-11-20T03:00:00Z");
const friday = 20_777;
const minute = 60_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
/** Every note card is in review: some due today, the others on the coming twelve days. */
beforeEach(async () => {
  people += 1;
  person = { ...(await addLearner(`promised-${people}@example.com`, now)), newPerDay: 0 };
  const [course] = await coursesOf(person.id);
  const notes = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null);
  await theStore().tx(async (db) => {
    for (const [at, { id }] of notes.entries()) {
      const dueDay = (friday + (at % 3 === 0 ? 0 : at % 13)) as StudyDay;
      await replaceState(db, { userId: person.id, cardId: id }, null, {
        ...freshState(),
        phase: "review",
        stability: 4 + (at % 17),
        difficulty: 5,
        reps: 3,
        dueDay,
        dueAt: startOfStudyDay(dueDay, calendarOf(person)),
        lastDay: (dueDay - 5) as StudyDay,
        lastReviewedAt: now - 5 * 24 * 60 * minute,
      });
    }
  });
});

async function ahead(): Promise<ReviewCard[]> {
  const outcome = await openAhead(person, now);
  return outcome.ok ? outcome.value.cards : [];
}
async function give({ cardId, revision }: ReviewCard, grade: Grade, at: number) {
  const answer = { kind: "grade" as const, grade };
  const input = { id: asId<ReviewId>(randomUUID()), cardId, revision, answer, takenMs: 4_000 };
  const committed = await commitAnswer(person, input, at);
  if (!committed.ok) throw new Error(committed.error.kind);
  return committed.value.review;
}

it("L5 every label of the queue is kept, however many cards are graded before it", async () => {
  const cards = await ahead();
  expect(cards).toHaveLength(50);
  const broken: string[] = [];
  for (const [at, card] of cards.entries()) {
    const grade = grades[1 + (at % 3)] ?? "good";
    const { after, unit } = await give(card, grade, now + at * minute);
    expect(unit).toBe("days");
    if (after.dueAt !== card.preview[grade].dueAt) broken.push(card.cardId);
  }
  expect(broken).toEqual([]);
});

it("Q7 an easy day moves real reviews to other days", async () => {
  const usual = await ahead();
  const weekdays = usual.map(({ preview }) => weekdayOf(friday + preview.good.amount));
  const countOf = (list: readonly number[], weekday: number) =>
    list.filter((each) => each === weekday).length;
  const fullest = [0, 1, 2, 3, 4, 5, 6].reduce((most, weekday) =>
    countOf(weekdays, weekday) > countOf(weekdays, most) ? weekday : most,
  );
  const easyDays = weekdays.slice(0, 7).map((_, weekday) => (weekday === fullest ? "minimum" : "normal"));
  person = { ...person, rules: { easyDays } };
  const moved: number[] = [];
  for (const card of usual) moved.push(weekdayOf((await give(card, "good", now)).after.dueDay ?? 0));
  expect(countOf(moved, fullest)).toBeLessThan(countOf(weekdays, fullest) / 2);
});

it("Q5 a card that was reviewed today and set for today comes back today, its siblings do not", async () => {
  const [card] = await ahead();
  if (!card) throw new Error("the queue is empty");
  await give(card, "good", now);
  const left = async () => (await loadQueue(person, now + minute)).arranged.order;
  expect(await left()).not.toContain(card.cardId);
  const [course] = await coursesOf(person.id);
  const siblings = [...(course?.groups.values() ?? [])].find((group) => group.includes(card.cardId)) ?? [];
  await setDay(person, siblings, 0, now + minute);
  expect((await left()).filter((id) => siblings.includes(id))).toEqual([card.cardId]);
});
