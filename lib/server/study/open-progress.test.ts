import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { dayMs } from "@/lib/core/study-day";
import { loadCourse, saveCourse } from "@/lib/db/courses";
import { findState, replaceState } from "@/lib/db/memories";
import { addTag } from "@/lib/db/tags";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { coursesOf } from "./course-index";
import { openConcepts } from "./open-concepts";
import { openProgress } from "./open-progress";
import { recordAnswer } from "./record-answer";
import { undoReview } from "./undo-review";

/** Friday noon in Seoul, study day 20777. */
const now = Date.parse("2026-11-20T03:00:00Z");
const friday = 20_777;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`progress-${people}@example.com`, now);
});

async function grade(cardId: CardId, given: Grade, at: number, takenMs = 3_000): Promise<ReviewId> {
  const revision = (await findState(theStore().read, person.id, cardId))?.revision ?? 0;
  const id = asId<ReviewId>(randomUUID());
  const answer = { kind: "grade", grade: given } as const;
  const outcome = await recordAnswer(person, { id, cardId, revision, answer, takenMs }, at);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return id;
}

/** Two note cards of different concepts. */
async function twoCards(): Promise<[CardId, CardId]> {
  const [course] = await coursesOf(person.id);
  const notes = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null);
  const [one] = notes;
  const two = notes.find(({ concept }) => concept !== one?.concept);
  if (!one || !two) throw new Error("the course has note cards of several concepts");
  return [one.id, two.id];
}

it("has nothing to say before the first review", async () => {
  const progress = await openProgress(person, "ko", now);
  expect(progress).toMatchObject({ days: [], retention: { notes: null, computed: null }, leeches: [] });
  expect(progress.stability.median).toBeNull();
  expect(progress.concepts).toHaveLength(34);
});

it("counts reviews on the learner's study days and caps the time of an answer", async () => {
  const [one, two] = await twoCards();
  await grade(one, "good", now, 100_000);
  // 03:30 in Seoul still belongs to Friday, 04:30 does not.
  await grade(two, "good", Date.parse("2026-11-20T18:30:00Z"), 5_000);
  await grade(one, "good", Date.parse("2026-11-20T19:30:00Z"), 5_000);
  const { days, time, today } = await openProgress(person, "ko", Date.parse("2026-11-20T20:00:00Z"));
  expect(days).toEqual([
    { day: friday, reviews: 2, takenMs: 65_000 },
    { day: friday + 1, reviews: 1, takenMs: 5_000 },
  ]);
  expect(today).toBe(friday + 1);
  expect(time).toMatchObject({ takenMs: 70_000, reviews: 3, studied: 2 });
  expect(time.days).toHaveLength(30);
});

it("compares what the curve promised with what was recalled, once a card and day", async () => {
  const [one, two] = await twoCards();
  for (const cardId of [one, two]) await grade(cardId, "easy", now);
  const stability = 8.2956;
  const factor = 0.9 ** (-1 / 0.1542) - 1;
  const promised = (1 + (factor * 10) / stability) ** -0.1542;
  await grade(one, "good", now + 10 * dayMs);
  await grade(two, "again", now + 10 * dayMs);
  await grade(two, "good", now + 10 * dayMs + 600_000);
  const { retention } = await openProgress(person, "ko", now + 10 * dayMs);
  expect(retention.computed).toBeNull();
  expect(retention.notes).toMatchObject({ reviews: 2, recalled: 1, seen: 0.5 });
  expect(retention.notes?.promised).toBeCloseTo(promised, 4);
  expect(retention.notes?.brier).toBeCloseTo(((1 - promised) ** 2 + promised ** 2) / 2, 4);
});

it("promises by the learner's own weights", async () => {
  const [one] = await twoCards();
  await grade(one, "easy", now);
  await grade(one, "good", now + 30 * dayMs);
  const at = now + 30 * dayMs;
  const usual = (await openProgress(person, "ko", at)).retention.notes?.promised ?? 0;
  const weights = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.5,
  ];
  const own = (await openProgress({ ...person, weights: { notes: weights } }, "ko", at)).retention.notes;
  const factor = 0.9 ** (-1 / 0.5) - 1;
  expect(own?.promised).toBeCloseTo((1 + (factor * 30) / 8.2956) ** -0.5, 4);
  expect(usual).toBeGreaterThan((own?.promised ?? 1) + 0.02);
});

it("forgets a review that was taken back", async () => {
  const [one] = await twoCards();
  await undoReview(person, await grade(one, "good", now), now + 1_000);
  expect((await openProgress(person, "ko", now)).days).toEqual([]);
});

it("lists concepts by the numbers of the concept page, the weakest seen first", async () => {
  const [one, two] = await twoCards();
  await grade(one, "easy", now);
  await grade(two, "again", now);
  const at = now + 20 * dayMs;
  const { concepts, stability, difficulty } = await openProgress(person, "ko", at);
  const onPage = (await openConcepts(person, "ko", at, { concept: null, course: null })).courses[0]?.concepts;
  for (const { id, mastery, seen } of concepts)
    expect(onPage?.find((concept) => concept.id === id)).toMatchObject({ mastery, seen });
  const shares = concepts.filter(({ seen }) => seen > 0).map(({ mastery }) => mastery);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(concepts.slice(0, shares.length).every(({ seen }) => seen > 0)).toBe(true);
  expect(concepts).toHaveLength(34);
  const cards = (bins: readonly { cards: number }[]) => bins.reduce((sum, bin) => sum + bin.cards, 0);
  expect([cards(stability.bins), cards(difficulty.bins)]).toEqual([2, 2]);
  expect(stability.bins.map((bin) => bin.cards).slice(0, 5)).toEqual([1, 0, 0, 0, 1]);
});

it("names leeches with their lapses, in the person's language, and what they are practised under", async () => {
  const [course] = await coursesOf(person.id);
  const cards = [...(course?.cards.values() ?? [])];
  const computed = cards.find(({ family }) => family === "conv-output-size");
  const ofConcept = cards.filter(({ concept }) => concept === computed?.concept);
  const note = ofConcept.find(({ family }) => family === null);
  const practised = ofConcept.find(({ family }) => family !== null)?.family;
  if (!course || !note || !computed) throw new Error("the course has both kinds of cards");
  await theStore().tx(async (db) => {
    const know = (cardId: CardId, lapses: number, suspendedAt: number | null) =>
      replaceState(db, { userId: person.id, cardId }, null, {
        ...freshState(),
        phase: "review",
        stability: 2,
        lapses,
        suspendedAt,
      });
    await know(note.id, 8, null);
    await know(computed.id, 12, now);
    await addTag(db, person.id, [note.id, computed.id], "leech");
    await addTag(db, person.id, [cards.at(-1)?.id ?? note.id], "exam");
  });
  const { leeches } = await openProgress(person, "en", now);
  expect(leeches.map(({ lapses, family, isSuspended }) => [lapses, family, isSuspended])).toEqual([
    [12, "conv-output-size", true],
    [8, practised, false],
  ]);
  expect(leeches[0]).toMatchObject({ front: "Convolution output size", language: "en" });
  expect(leeches[1]).toMatchObject({ cardId: note.id, conceptId: note.concept });
  expect(leeches.map(({ mayEdit }) => mayEdit)).toEqual([false, false]);
  const asAdmin = await openProgress({ ...person, role: "admin" }, "en", now);
  expect(asAdmin.leeches.map(({ mayEdit }) => mayEdit)).toEqual([false, true]);
  // The course that comes with Epoch cannot be split by anybody, one's own can.
  expect(asAdmin.leeches.map(({ maySplit }) => maySplit)).toEqual([false, false]);
  const stored = await loadCourse(theStore().read, course.id);
  await theStore().tx((db) => saveCourse(db, { ...stored, ownerId: person.id }, now));
  const asOwner = await openProgress(person, "en", now);
  expect(asOwner.leeches.map(({ mayEdit, maySplit }) => [mayEdit, maySplit])).toEqual([
    [false, false],
    [true, true],
  ]);
  await theStore().tx((db) => saveCourse(db, stored, now));
  const other = await addLearner(`progress-other-${people}@example.com`, now);
  expect((await openProgress(other, "en", now)).leeches).toEqual([]);
});
