/** What every supported database must do. A database's own test file runs this against a fresh store. */
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type CardId, type ReviewId, type UserId } from "@/lib/core/ids";
import type { StudyDay } from "@/lib/core/study-day";
import { dropDaysSet, marksOf, putMark } from "../marks";
import { allStates, findState, replaceState } from "../memories";
import { promisedReviews, studiedDays, suspendedLeeches } from "../progress";
import { appendReview, findReview, markUndone } from "../reviews";
import type { Store } from "../store";
import { addAccount, changeAccount, endAllSessions, findAccount } from "../users";
import { account, addPeopleAndCards, cardId, reviewOf, stateOf } from "./rows";

export interface Opened {
  store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<Store>;
  remove(): Promise<void>;
}

const row = { userId: account.id, cardId: cardId(0) };

export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await addPeopleAndCards(store);
    });
    afterEach(() => opened.remove());

    it("adds a review once, whatever happens twice", async () => {
      const review = reviewOf(0);
      expect(await store.tx((db) => appendReview(db, review))).toBe(true);
      expect(await store.tx((db) => appendReview(db, { ...review, grade: "again" }))).toBe(false);
      expect(await findReview(store.read, review.id)).toEqual({ ...review, seq: 1, undoneAt: null });
    });

    it("marks a review as undone once and keeps its row", async () => {
      const { id } = reviewOf(0);
      await store.tx((db) => appendReview(db, reviewOf(0)));
      expect(await store.tx((db) => markUndone(db, id, 99))).toBe(true);
      expect(await store.tx((db) => markUndone(db, id, 100))).toBe(false);
      expect((await findReview(store.read, id))?.undoneAt).toBe(99);
    });

    it("refuses a write that names an old revision", async () => {
      const write = (revision: number | null, next: number) =>
        store.tx((db) => replaceState(db, row, revision, stateOf({ revision: next })));
      expect(await write(null, 1)).toBe(true);
      expect(await write(null, 1)).toBe(false);
      expect(await write(1, 2)).toBe(true);
      expect(await write(1, 2)).toBe(false);
      expect((await findState(store.read, row.userId, row.cardId))?.revision).toBe(2);
    });

    it("gives all states of one learner and of nobody else", async () => {
      const other = { ...account, id: asId<UserId>("user-2"), email: "two@example.com" };
      await store.tx(async (db) => {
        await addAccount(db, other);
        await replaceState(db, row, null, stateOf({ stability: 4 }));
        await replaceState(db, { ...row, cardId: cardId(1) }, null, stateOf({ suspendedAt: 7, dueAt: 2e15 }));
        await replaceState(db, { userId: other.id, cardId: cardId(2) }, null, stateOf({}));
      });
      const states = await allStates(store.read, account.id);
      expect(states.map((state) => [state.cardId, state.stability, state.suspendedAt]).sort()).toEqual([
        [cardId(0), 4, null],
        [cardId(1), 3, 7],
      ]);
    });

    it("sums up each study day of one learner, without what was practised or taken back", async () => {
      const other = { ...account, id: asId<UserId>("user-2"), email: "two@example.com" };
      await store.tx(async (db) => {
        await addAccount(db, other);
        const review = (index: number, day: number, change: object = {}) =>
          appendReview(db, { ...reviewOf(index), studyDay: day as StudyDay, ...change });
        await review(0, 20_001, { takenMs: 60_000 });
        await review(1, 20_000, { takenMs: 1_500 });
        await review(2, 20_001, { takenMs: 500 });
        await review(3, 20_001, { kind: "cram" });
        await review(4, 20_002);
        await markUndone(db, reviewOf(4).id, 99);
        await review(5, 20_000, { userId: other.id, cardId: cardId(0) });
      });
      expect(await studiedDays(store.read, account.id)).toEqual([
        { day: 20_000, reviews: 1, takenMs: 1_500 },
        { day: 20_001, reviews: 2, takenMs: 60_500 },
      ]);
    });

    it("gives what was promised: reviews of cards in review not seen before on their day", async () => {
      const left = (lastDay: number, stability = 7.123456789) =>
        stateOf({ stability, lastDay: lastDay as StudyDay });
      await store.tx(async (db) => {
        const review = (index: number, change: object) =>
          appendReview(db, { ...reviewOf(index), cardId: cardId(0), phase: "review", ...change });
        await review(0, { grade: "again", before: left(19_990) });
        await review(1, { grade: "easy", before: left(20_000) });
        await review(2, { studyDay: 20_009, grade: "hard", family: "adam-step", before: left(20_000, 3) });
        await review(3, { cardId: cardId(1), phase: "new", before: null });
        await review(4, { cardId: cardId(2), kind: "cram", grade: "again", before: left(19_990) });
        await review(5, { cardId: cardId(3), before: left(19_990) });
        await markUndone(db, reviewOf(5).id, 99);
        await review(6, { cardId: cardId(3), before: left(19_998) });
        await review(7, { cardId: cardId(4), phase: "relearning", before: left(19_998) });
      });
      const common = { studyDay: 20_000, isRecalled: true, isComputed: false };
      expect(await promisedReviews(store.read, account.id)).toEqual([
        { ...common, lastDay: 19_990, stability: 7.123456789, isRecalled: false },
        { ...common, lastDay: 19_998, stability: 7.123456789 },
        { ...common, studyDay: 20_009, lastDay: 20_000, stability: 3, isComputed: true },
      ]);
      expect(await promisedReviews(store.read, asId<UserId>("nobody"))).toEqual([]);
    });

    it("names the cards that were suspended as leeches, once each and while they are", async () => {
      await store.tx(async (db) => {
        const leech = (index: number, card: number, change: object = {}) =>
          appendReview(db, { ...reviewOf(index), cardId: cardId(card), leech: "suspend", ...change });
        await leech(0, 0);
        await leech(1, 0);
        await leech(2, 1);
        await leech(3, 2, { leech: "tag" });
        await leech(4, 3);
        await markUndone(db, reviewOf(4).id, 99);
        for (const [card, suspendedAt] of [7, null, 7, 7].entries())
          await replaceState(db, { ...row, cardId: cardId(card) }, null, stateOf({ suspendedAt }));
      });
      expect(await suspendedLeeches(store.read, account.id)).toEqual([cardId(0)]);
    });

    it("keeps what was decided by hand at its place, the later of two decisions, until it is dropped", async () => {
      const due = (day: number) => ({ at: day * 1_000, day: day as StudyDay });
      const put = (seq: number, day: number) =>
        store.tx((db) => putMark(db, row, { kind: "due", seq, due: due(day) }, day));
      await store.tx((db) => putMark(db, row, { kind: "reset", seq: 3, due: null }, 1));
      await put(3, 10);
      await put(3, 11);
      await put(5, 12);
      const marks = async () => (await marksOf(store.read, account.id)).get(row.cardId);
      const kept = [
        { kind: "reset", seq: 3, at: 1, due: null },
        { kind: "due", seq: 3, due: due(11) },
      ];
      expect(await marks()).toHaveLength(3);
      expect(await marks()).toEqual(expect.arrayContaining([...kept, { kind: "due", seq: 5, due: due(12) }]));
      await store.tx((db) => dropDaysSet(db, row, 4));
      expect(await marks()).toHaveLength(2);
      expect(await marks()).toEqual(expect.arrayContaining(kept));
      expect(await marksOf(store.read, asId<UserId>("user-2"))).toEqual(new Map());
    });

    it("U5 undoes a failing act as a whole, and alone when several share a commit", async () => {
      const acts = [0, 1, 2].map((index) =>
        store.tx(async (db) => {
          await replaceState(db, { ...row, cardId: cardId(index) }, null, stateOf({}));
          if (index === 1) throw new Error("this one fails");
          return index;
        }),
      );
      const outcomes = await Promise.allSettled(acts);
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      const kept = (await allStates(store.read, row.userId)).map((state) => state.cardId);
      expect(kept.sort()).toEqual([cardId(0), cardId(2)]);
    });

    it("loses none of 100 increments made at once", async () => {
      const increments = Array.from({ length: 100 }, () => store.tx((db) => endAllSessions(db, account.id)));
      const versions = await Promise.all(increments);
      expect(new Set(versions).size).toBe(100);
      expect((await findAccount(store.read, { id: account.id }))?.sessionVersion).toBe(100);
    });

    it("shows readers committed rows only", async () => {
      let seenInside: string | undefined;
      await store.tx(async (db) => {
        await changeAccount(db, account.id, { name: "changed" });
        await setTimeout(5);
        seenInside = (await findAccount(store.read, { id: account.id }))?.name;
      });
      expect(seenInside).toBe(account.name);
      expect((await findAccount(store.read, { id: account.id }))?.name).toBe("changed");
    });

    it("refuses a review of a card that does not exist", async () => {
      const orphan = { ...reviewOf(0), cardId: asId<CardId>("no such card") };
      await expect(store.tx((db) => appendReview(db, orphan))).rejects.toThrow();
      expect(await findReview(store.read, orphan.id)).toBeNull();
    });

    it("keeps text as it was given, SQL included", async () => {
      const name = "Robert'); DROP TABLE users;-- 학생 🙂";
      await store.tx((db) => changeAccount(db, account.id, { name }));
      expect((await findAccount(store.read, { email: account.email }))?.name).toBe(name);
    });

    it("still has everything after closing and opening again", async () => {
      const review = { ...reviewOf(0), params: { input: [7, 7] }, studyDay: 20_777 as StudyDay };
      await store.tx((db) => appendReview(db, review));
      store = await opened.reopen();
      expect(await findReview(store.read, asId<ReviewId>(review.id))).toMatchObject(review);
    });
  });
}
