/** What every supported database answers about cards, fits and tokens; run beside the contract of the store. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type FitId, type TokenId } from "@/lib/core/ids";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "../card-state";
import { enrol } from "../courses";
import { addFit, fitsOf, markFitUndone } from "../fits";
import { countByDay, daysAhead, dueDaysOf, replaceState, statesOf } from "../memories";
import { countDue, countTouched, dueRows, learningRows, newAgainCards, untouchedCards } from "../queue";
import type { Store } from "../store";
import { addTag, removeTag, tagsOf } from "../tags";
import { accountOfToken, addToken, revokeToken, tokensOf, touchToken } from "../tokens";
import { account, addPeopleAndCards, cardId, courseId, stateOf } from "./rows";
import type { Opened } from "./store-contract";

const day = (at: number) => at as StudyDay;
const due = (at: number, change: Partial<CardState> = {}) =>
  stateOf({ dueDay: day(at), dueAt: at * 1_000, ...change });

export function describeQueries(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await addPeopleAndCards(store, 8);
    });
    afterEach(() => opened.remove());

    const put = (states: CardState[]) =>
      store.tx(async (db) => {
        for (const [at, state] of states.entries())
          await replaceState(db, { userId: account.id, cardId: cardId(at) }, null, state);
      });
    const ids = (rows: { cardId: string }[]) => rows.map((row) => row.cardId);

    it("gives due reviews by whole days, no more days than are needed", async () => {
      await put([due(12), due(10), due(11), due(10), due(13), due(9, { suspendedAt: 1 })]);
      const first = async (atLeast: number, today = 12) =>
        ids(await dueRows(store.read, account.id, { today: day(today), atLeast }));
      expect((await first(0)).sort()).toEqual([cardId(1), cardId(3)]);
      expect(await first(2)).toHaveLength(3);
      expect((await first(2))[2]).toBe(cardId(2));
      expect(await first(3)).toHaveLength(4);
      expect(await first(100)).toHaveLength(4);
      expect(await first(100, 9)).toEqual([]);
    });

    it("counts what is due of the courses studied, and gives what is in the steps", async () => {
      await put([
        due(10),
        due(11),
        due(12),
        stateOf({ phase: "learning", dueDay: null }),
        due(10, { suspendedAt: 1 }),
      ]);
      expect(await countDue(store.read, account.id, day(11))).toEqual(new Map());
      await store.tx((db) => enrol(db, account.id, courseId, 1));
      expect(await countDue(store.read, account.id, day(11))).toEqual(new Map([[courseId, 2]]));
      expect(ids(await learningRows(store.read, account.id))).toEqual([cardId(3)]);
    });

    it("gives cards never touched in the order of the course or backwards", async () => {
      await put([due(10), stateOf({ phase: "new" })]);
      const untouched = (backwards: boolean) =>
        untouchedCards(store.read, account.id, courseId, { limit: 2, backwards });
      expect(await untouched(false)).toEqual([cardId(2), cardId(3)]);
      expect(await untouched(true)).toEqual([cardId(7), cardId(6)]);
      expect(await countTouched(store.read, account.id)).toBe(2);
    });

    it("gives cards that are new again, those set aside on their day", async () => {
      const fresh = { phase: "new" } as const;
      await put([
        due(10),
        stateOf(fresh),
        stateOf({ ...fresh, buriedUntil: day(11) }),
        stateOf({ ...fresh, suspendedAt: 1 }),
      ]);
      expect(await newAgainCards(store.read, account.id, day(10))).toEqual([cardId(1)]);
      expect((await newAgainCards(store.read, account.id, day(11))).sort()).toEqual([cardId(1), cardId(2)]);
    });

    it("says what is known of some cards, and how many come back on each day", async () => {
      const before = { lastDay: day(9) };
      await put([
        due(10, before),
        due(11, before),
        due(11, before),
        due(12, { ...before, suspendedAt: 1 }),
        due(20, before),
        due(11, { lastDay: day(10) }),
        due(11, { ...before, phase: "learning" }),
      ]);
      const some = await statesOf(store.read, account.id, [cardId(1), cardId(7)]);
      expect([...some.keys()]).toEqual([cardId(1)]);
      expect(some.get(cardId(1))).toMatchObject(due(11, before));
      expect(await dueDaysOf(store.read, account.id, [cardId(0), cardId(5), cardId(7)], day(10))).toEqual(
        new Map([[cardId(0), 10]]),
      );
      expect(await daysAhead(store.read, account.id, { today: day(10), until: day(12) })).toEqual([
        { day: 11, cards: 2 },
      ]);
      expect(await countByDay(store.read, account.id, 12_000)).toEqual([]);
      await store.tx((db) => enrol(db, account.id, courseId, 1));
      expect(await countByDay(store.read, account.id, 12_000)).toEqual([
        { day: 10, cards: 1 },
        { day: 11, cards: 4 },
      ]);
    });

    it("keeps a tag of a card once, until it is taken off", async () => {
      const [one, two] = [cardId(0), cardId(1)];
      expect(await store.tx((db) => addTag(db, account.id, [one, two], "hard"))).toBe(2);
      expect(await store.tx((db) => addTag(db, account.id, [one], "hard"))).toBe(0);
      await store.tx((db) => removeTag(db, account.id, [two], "hard"));
      expect(await tagsOf(store.read, account.id)).toEqual([{ cardId: one, tag: "hard" }]);
    });

    it("gives fits newest first, with what undoing them needs", async () => {
      const fitOf = (at: number) => ({
        id: asId<FitId>(`fit-${at}`),
        userId: account.id,
        kind: "notes" as const,
        at,
        reviews: 400,
        weights: [0.1, 1 / 3],
        before: at === 1 ? null : [0.2],
        lossBefore: 0.4,
        lossAfter: 0.3,
        isKept: 1,
        undoneAt: null,
      });
      await store.tx(async (db) => {
        await addFit(db, fitOf(1));
        await addFit(db, fitOf(2));
        await markFitUndone(db, fitOf(2).id, 9);
      });
      expect(await fitsOf(store.read, account.id)).toEqual([{ ...fitOf(2), undoneAt: 9 }, fitOf(1)]);
    });

    it("knows a token by its hash until its owner takes it back", async () => {
      const token = {
        id: asId<TokenId>("token-1"),
        userId: account.id,
        hash: "hash",
        name: "a script",
        scopes: ["read" as const],
        createdAt: 5,
        lastUsedAt: null,
        revokedAt: null,
      };
      await store.tx((db) => addToken(db, token));
      await store.tx((db) => touchToken(db, token.id, 7));
      expect(await accountOfToken(store.read, "hash")).toMatchObject({
        token: { ...token, lastUsedAt: 7 },
        account: { id: account.id },
      });
      expect(await accountOfToken(store.read, "other")).toBeNull();
      expect(await tokensOf(store.read, account.id)).toHaveLength(1);
      expect(await store.tx((db) => revokeToken(db, account.id, token.id, 8))).toBe(true);
      expect(await store.tx((db) => revokeToken(db, account.id, token.id, 9))).toBe(false);
      expect(await accountOfToken(store.read, "hash")).toBeNull();
      expect(await tokensOf(store.read, account.id)).toEqual([]);
    });
  });
}
