/** Own weights end to end: a real log in SQLite, a real fit in its own process, kept, refused, undone. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fitItems } from "@/lib/core/schedule/fit-items";
import { usualScheduling } from "@/lib/core/schedule/scheduling";
import { addDays, dayMs, studyDayOf } from "@/lib/core/study-day";
import { fitRows, fitsOf } from "@/lib/db/fits";
import { allStates, findState, replaceState } from "@/lib/db/memories";
import { findAccount } from "@/lib/db/users";
import { browseCards } from "../cards/browse-cards";
import { openCard } from "../cards/open-card";
import { personOf } from "../people/person-of";
import { theStore } from "../store";
import { buildCards, freshState } from "../study/build-card";
import { commitAnswer } from "../study/commit-answer";
import { coursesOf } from "../study/course-index";
import { calendarOf } from "../study/load-queue";
import { mergeAnswer } from "../study/merge-answer";
import { openConcepts } from "../study/open-concepts";
import { openProgress } from "../study/open-progress";
import { rebuildLearner } from "../study/rebuild";
import { redoReview } from "../study/redo-review";
import { takeBack } from "../study/undo-review";
import { livePast } from "../testing/live-past";
import { addLearner, openCourse } from "../testing/open-course";
import { changeRetention } from "./change-retention";
import { fitEnded, fitProgress, startFit, stopFit } from "./fit-job";
import { keepFit, undoFit } from "./keep-fit";

const now = Date.parse("2026-11-20T03:00:00Z");
/** Forgets first sights three times as fast, later ones along another curve, and gains less from each review. */
const forgetful = usualScheduling.weights.map((weight, at) => {
  if (at < 4) return weight * 0.3;
  return at === 8 ? 0.8 : at === 20 ? 0.4 : weight;
});
let opened: Awaited<ReturnType<typeof openCourse>>;
let cardIds: CardId[];
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
  vi.stubEnv("EPOCH_DATA_DIR", opened.dataDir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await opened.remove();
});
beforeEach(async () => {
  people += 1;
  person = await addLearner(`fit-${people}@example.com`, now);
  const [course] = await coursesOf(person.id);
  cardIds = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null).map(({ id }) => id);
});

const live = (more: { days?: number; newPerDay?: number } = {}) =>
  livePast(person, { cardIds, days: 120, newPerDay: 2, until: now, truth: forgetful, seed: 11, ...more });
const stored = async () => {
  const account = await findAccount(theStore().read, { id: person.id });
  if (!account) throw new Error("no account");
  return personOf(account);
};
const states = async () =>
  (await allStates(theStore().read, person.id)).map(({ revision: _, ...state }) => state);
const changedByRebuild = async () => {
  const present = await stored();
  return (await theStore().tx((db) => rebuildLearner(db, present))).changed;
};
/** A fit that foretold better, or worse, than the weights in use. */
const fitted = (isBetter: boolean) => ({
  reviews: 500,
  weights: [...forgetful],
  before: null,
  losses: { before: 0.4, usual: 0.4, fitted: isBetter ? 0.3 : 0.5 },
});
const keep = (isBetter: boolean, movesDays = false) =>
  keepFit(person.id, { kind: "notes", fitted: fitted(isBetter), movesDays }, now);

describe("U6 weights of one's own", () => {
  it("need 400 reviews that say something, and the rest is counted", async () => {
    expect(await startFit(person, "notes", { movesDays: false })).toEqual({
      ok: false,
      error: { kind: "too-few", missing: 400 },
    });
    await live({ days: 30 });
    const items = fitItems(await fitRows(theStore().read, person.id, "notes")).length;
    expect(items).toBeGreaterThan(100);
    const refused = await startFit(person, "notes", { movesDays: false });
    if (refused.ok || refused.error.kind !== "too-few") throw new Error("it started");
    expect(refused.error.missing).toBe(400 - items);
    expect(fitProgress(person.id)).toEqual({ running: null, isBusy: false, broken: null });
  });

  it("are found for who forgets otherwise, used at once, and given back by undoing", async () => {
    await live();
    const before = await states();
    expect(await startFit(person, "notes", { movesDays: false })).toEqual({ ok: true, value: null });
    expect(fitProgress(person.id).running?.kind).toBe("notes");
    await fitEnded(person.id);
    expect(fitProgress(person.id)).toEqual({ running: null, isBusy: false, broken: null });

    const [fit] = await fitsOf(theStore().read, person.id);
    expect(fit).toMatchObject({ kind: "notes", isKept: 1, before: null, undoneAt: null });
    expect(fit?.lossAfter).toBeLessThan((fit?.lossBefore ?? 0) - 0.005);
    const own = (await stored()).weights;
    expect(own.notes).toEqual(fit?.weights);
    expect(own.skills).toBeUndefined();
    expect(own.notes?.[2]).toBeLessThan(1.5);
    const after = await states();
    expect(after.map(({ stability }) => stability)).not.toEqual(before.map(({ stability }) => stability));
    expect(await changedByRebuild()).toBe(0);

    expect((await undoFit(await stored(), { kind: "notes", movesDays: false }, now + 1)).ok).toBe(true);
    expect((await stored()).weights).toEqual({});
    expect(await states()).toEqual(before);
    expect((await fitsOf(theStore().read, person.id))[0]?.undoneAt).toBe(now + 1);
    expect((await undoFit(await stored(), { kind: "notes", movesDays: false }, now + 2)).ok).toBe(false);
  }, 30_000);

  it("stay as they were when a fit foretold the later reviews no better", async () => {
    await live({ days: 30 });
    const before = await states();
    await keep(false);
    expect((await stored()).weights).toEqual({});
    expect(await states()).toEqual(before);
    expect(await fitsOf(theStore().read, person.id)).toMatchObject([
      { isKept: 0, lossBefore: 0.4, lossAfter: 0.5 },
    ]);
    expect((await undoFit(await stored(), { kind: "notes", movesDays: false }, now)).ok).toBe(false);
  });

  it("are not put over weights that changed during the fit", async () => {
    await keep(true);
    await expect(keep(true)).rejects.toThrow("changed during the fit");
    expect(await fitsOf(theStore().read, person.id)).toHaveLength(1);
  });

  it("are fitted for one learner at a time, who may call it off", async () => {
    await live();
    const other = await addLearner(`fit-other-${people}@example.com`, now);
    const me = person;
    person = other;
    await live();
    expect((await startFit(me, "notes", { movesDays: false })).ok).toBe(true);
    const again = await startFit(me, "notes", { movesDays: false });
    expect(again).toEqual({ ok: false, error: { kind: "running" } });
    expect(await startFit(other, "notes", { movesDays: false })).toEqual({
      ok: false,
      error: { kind: "busy" },
    });
    expect(fitProgress(other.id)).toEqual({ running: null, isBusy: true, broken: null });
    await stopFit(other.id);
    expect(fitProgress(me.id).running).not.toBeNull();
    await stopFit(me.id);
    expect(fitProgress(me.id)).toEqual({ running: null, isBusy: false, broken: null });
    expect(await fitsOf(theStore().read, me.id)).toEqual([]);
    expect(fitProgress(other.id).isBusy).toBe(false);
  }, 30_000);
});

it("U6 every page that shows a recall chance goes by the learner's own weights", async () => {
  const [cardId] = cardIds;
  if (!cardId) throw new Error("no card");
  const today = studyDayOf(now, calendarOf(person));
  await theStore().tx((db) =>
    replaceState(db, { userId: person.id, cardId }, null, {
      ...freshState(),
      phase: "review",
      stability: 9,
      difficulty: 5,
      lastReviewedAt: now - 30 * dayMs,
      lastDay: addDays(today, -30),
    }),
  );
  const chance = (decay: number) => (1 + ((0.9 ** (-1 / decay) - 1) * 30) / 9) ** -decay;
  const shown = async (who: Person) => {
    const { found } = await browseCards(who, { typed: "", chosen: { state: "review" }, page: 1 }, now);
    const opened = await openCard(who, cardId, now);
    const { courses } = await openConcepts(who, "ko", now, { concept: null, course: null });
    const { concepts } = await openProgress(who, "ko", now);
    const [course] = await coursesOf(who.id);
    const states = await allStates(theStore().read, who.id);
    const [card] = await buildCards(
      who,
      {
        courses: course ? [course] : [],
        states: new Map(states.map((each) => [each.cardId, each])),
        calendar: calendarOf(who),
      },
      [cardId],
      now,
    );
    return [
      found.ok ? found.value.cards[0]?.recall : null,
      opened.ok ? opened.value.recall : null,
      courses[0]?.concepts.find(({ seen }) => seen === 1)?.recall,
      concepts[0]?.recall,
      card?.memory?.recall,
    ].map((recall) => recall?.toFixed(6));
  };
  expect(new Set(await shown(person))).toEqual(new Set([chance(0.1542).toFixed(6)]));
  const own = { ...person, weights: { notes: forgetful, skills: usualScheduling.weights } };
  expect(new Set(await shown(own))).toEqual(new Set([chance(0.4).toFixed(6)]));
});

describe("U1 after other weights came to use", () => {
  const grade = async (cardId: CardId) => {
    const who = await stored();
    const revision = (await findState(theStore().read, who.id, cardId))?.revision ?? 0;
    const id = asId<ReviewId>(randomUUID());
    const answer = { kind: "grade", grade: "good" } as const;
    const given = await commitAnswer(who, { id, cardId, revision, answer, takenMs: 4_000 }, now);
    if (!given.ok) throw new Error(given.error.kind);
    return id;
  };

  it("undoing and redoing a review of before leaves what the log says by the new ones", async () => {
    await live({ days: 30 });
    const cardId = (await states()).find(({ phase, reps }) => phase === "review" && reps > 2)?.cardId;
    if (!cardId) throw new Error("no card in review");
    const id = await grade(cardId);
    await keep(true);
    const fittedState = (await states()).find((state) => state.cardId === cardId);
    expect((await takeBack(await stored(), id, now + 1)).ok).toBe(true);
    expect(await changedByRebuild()).toBe(0);
    expect((await redoReview(await stored(), now + 2)).ok).toBe(true);
    expect((await states()).find((state) => state.cardId === cardId)).toEqual(fittedState);
    expect(await changedByRebuild()).toBe(0);
  });

  it("a review that arrives late is decided again by the new ones", async () => {
    await live({ days: 30 });
    const cardId = (await states()).find(({ phase, reps }) => phase === "review" && reps > 2)?.cardId;
    if (!cardId) throw new Error("no card in review");
    await grade(cardId);
    await keep(true);
    const late = {
      id: asId<ReviewId>(randomUUID()),
      cardId,
      revision: 0,
      answer: { kind: "grade", grade: "hard" } as const,
      takenMs: 3_000,
      at: now - 60_000,
      sentAt: now,
    };
    expect((await mergeAnswer(await stored(), late, now + 1)).ok).toBe(true);
    expect(await changedByRebuild()).toBe(0);
  });
});

describe("Q10 due days", () => {
  const dueDays = async () => (await states()).map(({ cardId, dueDay }) => [cardId, dueDay]);

  it("stay where they are under other weights", async () => {
    await live({ days: 60 });
    const before = await dueDays();
    await keep(true);
    expect(await dueDays()).toEqual(before);
  });

  it("follow when asked, never into the past, and the log promises them", async () => {
    await live({ days: 60 });
    const today = studyDayOf(now, calendarOf(person));
    const before = new Map((await states()).map((state) => [state.cardId, state]));
    await keep(true, true);
    const moved = (await states()).filter(({ cardId, dueDay }) => before.get(cardId)?.dueDay !== dueDay);
    expect(moved.length).toBeGreaterThan(20);
    for (const { dueDay, cardId } of moved) {
      expect(dueDay).toBeGreaterThanOrEqual(today);
      expect(before.get(cardId)?.phase).toBe("review");
    }
    // Who forgets sooner is asked sooner.
    const sooner = moved.filter(({ cardId, dueDay }) => (dueDay ?? 0) < (before.get(cardId)?.dueDay ?? 0));
    expect(sooner.length).toBeGreaterThan(moved.length * 0.8);
    const kept = await states();
    expect(await changedByRebuild()).toBe(0);
    expect(await states()).toEqual(kept);
  });

  it("follow another desired recall of a course only when asked", async () => {
    await live({ days: 60 });
    const [course] = await coursesOf(person.id);
    if (!course) throw new Error("no course");
    const before = await dueDays();
    const change = { courseId: course.id, retention: 0.97 };
    expect(await changeRetention(person, { ...change, movesDays: false }, now)).toEqual({
      ok: true,
      value: { moved: 0 },
    });
    expect((await coursesOf(person.id))[0]?.rules).toEqual({ retention: 0.97 });
    expect(await dueDays()).toEqual(before);
    const asked = await changeRetention(person, { ...change, movesDays: true }, now);
    expect(asked.ok && asked.value.moved).toBeGreaterThan(20);
    expect(await dueDays()).not.toEqual(before);
    expect(await changedByRebuild()).toBe(0);
    await changeRetention(person, { ...change, retention: null, movesDays: false }, now);
    expect((await coursesOf(person.id))[0]?.rules).toEqual({});
    const outside = await changeRetention(person, { ...change, retention: 0.5, movesDays: false }, now);
    expect(outside.ok).toBe(false);
  });
});
