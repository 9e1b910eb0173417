import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { replaceState } from "@/lib/db/memories";
import { commitImport } from "../courses/commit-import";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { coursesOf } from "./course-index";
import { openConcepts } from "./open-concepts";
import { openQueue } from "./open-queue";
import { recordAnswer } from "./record-answer";

const now = Date.parse("2026-11-20T03:00:00Z");
const day = 86_400_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`concepts-${people}@example.com`, now);
});

const nobody = { concept: null, course: null };
const look = (concept: string | null = null, at = now, locale: "ko" | "en" = "ko") =>
  openConcepts(person, locale, at, { concept, course: null });
const figuresOf = async (concept: string, at = now) =>
  (await look(null, at)).courses[0]?.concepts.find(({ id }) => id === concept);

/** Grades the first card of the day, one of the notes. */
async function gradeFirst(grade: Grade): Promise<void> {
  const [card] = (await openQueue(person, now)).cards;
  if (card?.face.kind !== "note") throw new Error("the day starts with a note card");
  const { cardId, revision } = card;
  const answer = { kind: "grade", grade } as const;
  const outcome = await recordAnswer(
    person,
    { id: asId<ReviewId>(randomUUID()), cardId, revision, answer, takenMs: 900 },
    now,
  );
  if (!outcome.ok) throw new Error(outcome.error.kind);
}

it("shows every concept of the course once, with nothing known before the first review", async () => {
  const { courses, chosen } = await look();
  const [course] = courses;
  expect(courses).toHaveLength(1);
  expect(course?.concepts).toHaveLength(34);
  expect(new Set(course?.map.boxes.map(({ id }) => id))).toEqual(
    new Set(course?.concepts.map(({ id }) => id)),
  );
  expect(course?.map.boxes).toHaveLength(34);
  expect(
    course?.concepts.every(({ mastery, recall, seen }) => mastery === 0 && recall === null && seen === 0),
  ).toBe(true);
  expect(chosen?.id).toBe(course?.concepts[0]?.id);
});

it("counts each card of the course for one concept", async () => {
  const { courses } = await look();
  const [course] = await coursesOf(person.id);
  expect(courses[0]?.concepts.reduce((sum, { cards }) => sum + cards, 0)).toBe(course?.cards.size);
  const own = [...(course?.cards.values() ?? [])].filter(({ concept }) => concept === "adagrad");
  expect(own.length).toBeGreaterThan(5);
  expect(await figuresOf("adagrad")).toMatchObject({ cards: own.length, seen: 0, above: ["경사하강법"] });
});

it("raises mastery by a graded card and lets it fall as days pass", async () => {
  await gradeFirst("easy");
  const { courses } = await look();
  const [met, ...others] = courses[0]?.concepts.filter(({ seen }) => seen > 0) ?? [];
  if (!met) throw new Error("no concept was met");
  expect(others).toEqual([]);
  expect(met).toMatchObject({ seen: 1, recall: 1 });
  expect(met.mastery).toBeCloseTo(1 / met.cards, 10);
  const later = await figuresOf(met.id, now + 30 * day);
  expect(later?.recall).toBeGreaterThan(0);
  expect(later?.recall).toBeLessThan(0.9);
  expect(later?.mastery).toBeCloseTo((later?.recall ?? 0) / met.cards, 10);
});

it("looks at the weakest concept seen unless another is wished", async () => {
  const [course] = await coursesOf(person.id);
  const cards = [...(course?.cards.values() ?? [])];
  const known = [
    ...cards.filter(({ concept }) => concept === "stride"),
    ...cards.filter(({ concept }) => concept === "adagrad").slice(0, 1),
  ];
  await theStore().tx(async (db) => {
    for (const { id: cardId } of known) {
      const state = { ...freshState(), phase: "review", stability: 9, lastReviewedAt: now } as const;
      await replaceState(db, { userId: person.id, cardId }, null, state);
    }
  });
  expect(await figuresOf("stride")).toMatchObject({ mastery: 1, seen: known.length - 1 });
  expect((await look()).chosen).toMatchObject({ id: "adagrad", seen: 1 });
  expect((await look("no such concept")).chosen?.id).toBe("adagrad");
  expect((await look("adam")).chosen).toMatchObject({ id: "adam", seen: 0 });
});

it("tells what to know before a concept, what follows and what belongs to it", async () => {
  const { chosen } = await look("learning-rate-scheduling");
  expect(chosen?.before).toEqual([{ id: "learning-rate", name: "학습률" }]);
  expect((await look("adagrad")).chosen?.after.map(({ id }) => id)).toEqual(["adadelta", "rmsprop"]);
  expect((await look("rmsprop")).chosen?.before.map(({ id }) => id)).toEqual(["adagrad"]);
  expect((await look("padding")).chosen?.near.map(({ id }) => id)).toEqual(["convolutional-layer"]);
});

it("names concepts, kinds and the definition in the person's language", async () => {
  expect((await look("overfitting", now, "ko")).chosen).toMatchObject({
    name: "과대적합",
    otherName: "Overfitting",
    definition: { locale: "ko", value: { front: "과대적합이란 무엇인가요?" } },
  });
  const { chosen } = await look("padding", now, "en");
  expect(chosen).toMatchObject({ name: "padding", otherName: "패딩", definition: { locale: "en" } });
  const kinds = chosen?.kinds.map(({ rule, skill, cards }) => [rule, skill, cards]) ?? [];
  expect(kinds.slice(0, 2)).toEqual([
    ["R5", null, 2],
    ["hand", null, 2],
  ]);
  expect(kinds).toContainEqual(["hand", "Convolution output size", 1]);
});

it("shows the lines of the note in the person's language", async () => {
  const [ko, en] = [(await look("epoch", now, "ko")).chosen, (await look("epoch", now, "en")).chosen];
  expect(ko?.source).toMatchObject({ locale: "ko", lines: [166, 167] });
  expect(ko?.source.text[0]?.text).toContain("Epoch");
  expect(en?.source).toMatchObject({ locale: "en", lines: [166, 167] });
  expect(en?.source.text.map(({ text }) => text).join("")).not.toMatch(/[가-힣]/);
});

it("keeps two learners apart", async () => {
  await gradeFirst("good");
  const other = await addLearner(`concepts-other-${people}@example.com`, now);
  const { courses } = await openConcepts(other, "ko", now, nobody);
  expect(courses[0]?.concepts.filter(({ seen }) => seen > 0)).toEqual([]);
});

it("tells the courses of a learner apart, each note in its own language", async () => {
  const text = `# Light
## Refraction
- Definition
  - The bending of light where it enters another medium.
## Padding
- Definition
  - Soft matter between hard things.
`;
  const uploads = [{ name: "light.md", bytes: new TextEncoder().encode(text) }];
  const made = await commitImport(person, { courseId: null, uploads, base: null, takeNotes: [] }, now + 1);
  if (!made.ok) throw new Error(made.error.kind);
  const { courses } = await look();
  expect(courses.map(({ title }) => title)).toEqual(["Deep Learning Deep Dive", "Light"]);
  const padding = async (course: string) =>
    (await openConcepts(person, "ko", now, { concept: "padding", course })).chosen;
  expect(await padding("deep-learning")).toMatchObject({ courseId: "deep-learning", name: "패딩" });
  expect(await padding(made.value.courseId)).toMatchObject({
    courseId: made.value.courseId,
    definition: { locale: "en", value: { back: "Soft matter between hard things." } },
    source: { locale: "en", lines: [5, 7] },
  });
});
