/** The same proofs as `npm run bench` makes, with fewer grades. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CardId } from "@/lib/core/ids";
import { allStates } from "@/lib/db/memories";
import { countedReviews, endOfLog } from "@/lib/db/reviews";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { proveLog } from "../testing/prove-log";
import { submitTwice } from "../testing/submit-twice";
import { coursesOf } from "./course-index";
import { rebuildLearner } from "./rebuild";

const start = Date.parse("2026-03-02T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;

beforeAll(async () => {
  opened = await openCourse(start);
});
afterAll(() => opened.remove());

async function learner(name: string) {
  const person = await addLearner(`${name}@example.com`, start);
  const [course] = await coursesOf(person.id);
  const notes = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null);
  return { person, cardIds: notes.map(({ id }): CardId => id) };
}

it("M12 10,000 random grades leave the same memories folded, stored and replayed from the log", async () => {
  const { person, cardIds } = await learner("proof");
  const study = { cardIds: cardIds.slice(0, 120), grades: 10_000, seed: 3, from: start, pauseMs: 7_200_000 };
  const proof = await proveLog(person, study);
  expect(proof).toMatchObject({ cards: 120, storedOtherwise: 0, replayedOtherwise: 0 });
});

it("U2 of answers sent twice at once each leaves one review, and its twin is told the same", async () => {
  const { person, cardIds } = await learner("twice");
  const counts = await submitTwice(person, cardIds.slice(0, 25), { rounds: 10, from: start });
  expect(counts).toEqual({ submitted: 500, recorded: 250, refused: 0 });
  const log = await countedReviews(theStore().read, person.id);
  expect(log.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 250 }, (_, at) => at + 1),
  );
  expect(await endOfLog(theStore().read, person.id)).toBe(250);
  expect((await allStates(theStore().read, person.id)).map(({ reps }) => reps)).toEqual(
    Array.from({ length: 25 }, () => 10),
  );
  expect((await theStore().tx((db) => rebuildLearner(db, person))).changed).toBe(0);
});
