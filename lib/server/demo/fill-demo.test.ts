import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CardId, UserId } from "@/lib/core/ids";
import { newMemory } from "@/lib/core/schedule/grade-card";
import { replayLog } from "@/lib/core/study/replay-log";
import { rowsOf } from "@/lib/db/contract/raw-file";
import { examine } from "@/lib/db/examine";
import { allStates } from "@/lib/db/memories";
import { latestReview, type Review, reviewsOfCard } from "@/lib/db/reviews";
import type { Store } from "@/lib/db/store";
import { findAccount } from "@/lib/db/users";
import { databaseFile } from "../data-dir";
import { personOf } from "../people/person-of";
import { signIn } from "../people/sign-in";
import { openToday } from "../study/open-today";
import { rebuildAll } from "../study/rebuild";
import { undoReview } from "../study/undo-review";
import { checkGiven } from "../study/variant";
import { openCourse } from "../testing/open-course";
import { type Filled, fillDemo } from "./fill-demo";

/** A Monday morning in Seoul. */
const now = Date.parse("2026-11-23T01:00:00Z");
const small = { seed: 7, students: 3, weeks: 5 };
let store: Store;
let dataDir: string;
let remove: () => Promise<void>;
let filled: Filled;
let log: Review[];

async function fill(at: number, demo = small): Promise<Filled> {
  ({ store, dataDir, remove } = await openCourse(at));
  const outcome = await fillDemo(demo, at, () => undefined);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value;
}

async function personCalled(email: string) {
  const account = await findAccount(store.read, { email });
  if (!account) throw new Error(`nobody is called ${email}`);
  return personOf(account);
}

beforeAll(async () => {
  filled = await fill(now);
  log = [];
  for (const number of ["01", "02", "03"]) {
    const { id } = await personCalled(`student${number}@example.com`);
    for (const { cardId } of await allStates(store.read, id))
      log.push(...(await reviewsOfCard(store.read, id, cardId)).reverse());
  }
});
afterAll(() => remove());

/** One learner's rows about one card, oldest first. */
function logsByCard(): { userId: UserId; cardId: CardId; rows: Review[] }[] {
  const logs = new Map<string, { userId: UserId; cardId: CardId; rows: Review[] }>();
  for (const row of log) {
    const { userId, cardId } = row;
    const kept = logs.get(`${userId} ${cardId}`) ?? { userId, cardId, rows: [] };
    kept.rows.push(row);
    logs.set(`${userId} ${cardId}`, kept);
  }
  return [...logs.values()];
}

describe("a demo class", () => {
  it("has an instructor and numbered students who all sign in with the one password", async () => {
    expect(filled.people).toBe(4);
    expect(filled.password).toMatch(/^[\w-]{16}$/);
    expect(await personCalled("instructor@example.com")).toMatchObject({
      role: "instructor",
      name: "강사 / Instructor",
    });
    expect(await personCalled("student03@example.com")).toMatchObject({
      role: "student",
      name: "학생 03 / Student 03",
      zone: "Asia/Seoul",
    });
    for (const email of ["instructor@example.com", "student02@example.com"]) {
      const { password } = filled;
      expect(await signIn({ email, password, address: null }, now)).toMatchObject({ ok: true });
    }
  });

  it("is sound in every check of the doctor", async () => {
    expect(await examine(databaseFile(dataDir))).toMatchObject({
      ok: true,
      database: { schema: "current", integrity: "ok" },
    });
    expect(log).toHaveLength(filled.reviews);
    expect(filled.days).toBe(new Set(log.map(({ studyDay }) => studyDay)).size);
  });

  it("has a log whose rows follow from one another, and from which the memories can be computed again", async () => {
    const calendar = { zone: "Asia/Seoul", rolloverHour: 4 };
    const logs = logsByCard();
    expect(logs.length).toBeGreaterThan(50);
    for (const { userId, cardId, rows } of logs) {
      const replayed = replayLog(rows, newMemory(), { calendar, cardId });
      rows.forEach((row, at) => {
        expect(row.before).toEqual(at === 0 ? null : rows[at - 1]?.after);
        expect(row.after).toMatchObject({ revision: at + 1, reps: at + 1, lastReviewedAt: row.at });
        expect(row.after.stability).toBeCloseTo(replayed[at]?.after.stability ?? Number.NaN, 9);
        expect(row.after.difficulty).toBeCloseTo(replayed[at]?.after.difficulty ?? Number.NaN, 9);
      });
      const state = (await allStates(store.read, userId)).find((each) => each.cardId === cardId);
      expect({ ...rows.at(-1)?.after, cardId }).toEqual(state);
    }
  });

  it("has memories that are to the bit what the log says", async () => {
    const { cards, changed } = await rebuildAll();
    expect(cards).toBe(logsByCard().length);
    expect(changed).toBe(0);
  });

  it("stays within the five weeks before today", () => {
    const start = now - 36 * 86_400_000;
    expect(log.every(({ at }) => at > start && at < now)).toBe(true);
  });

  it("recalls most of what is reviewed and not everything", () => {
    const reviewed = log.filter(({ phase }) => phase === "review");
    const recalled = reviewed.filter(({ grade }) => grade !== "again").length / reviewed.length;
    expect(recalled).toBeGreaterThan(0.6);
    expect(recalled).toBeLessThan(0.97);
  });

  it("holds computed answers that the judge judges the same again, most wrong ones by a named slip", () => {
    const computed = log.filter(({ family }) => family !== null);
    expect(computed.length).toBeGreaterThan(log.length / 10);
    for (const { family, version, seed, params, given, verdict, slips } of computed) {
      const checked = checkGiven({ family, version, seed, params } as never, given ?? "");
      expect(checked).toMatchObject({ verdict, slips });
    }
    const wrong = computed.filter(({ verdict }) => verdict === "wrong");
    expect(wrong.length).toBeGreaterThan(10);
    expect(wrong.filter(({ slips }) => slips.length > 0).length).toBeGreaterThan(wrong.length / 2);
    expect(computed.filter(({ verdict, slip }) => verdict === "right" && slip !== null)).toEqual([]);
  });

  it("leaves learners who can go on: cards are due, and the last review can be taken back", async () => {
    const person = await personCalled("student01@example.com");
    expect((await openToday(person, now)).dueTotal).toBeGreaterThan(0);
    const last = await latestReview(store.read, person.id);
    if (!last) throw new Error("no review");
    expect(await undoReview(person, last.id, now)).toMatchObject({ ok: true });
    expect((await examine(databaseFile(dataDir))).ok).toBe(true);
  });

  it("is refused where people are", async () => {
    expect(await fillDemo(small, now, () => undefined)).toEqual({ ok: false, error: { kind: "not-empty" } });
  });
});

describe("the same seed", () => {
  it("gives the same log all day, and another one on another day or with another seed", async () => {
    const kept = { store, dataDir, remove };
    const tiny = { seed: 7, students: 2, weeks: 2 };
    const logs: unknown[][] = [];
    for (const [at, demo] of [
      [now, tiny],
      [now + 3_600_000, tiny],
      [now + 86_400_000, tiny],
      [now, { ...tiny, seed: 8 }],
    ] as const) {
      await fill(at, demo);
      logs.push(rowsOf(databaseFile(dataDir)).reviews ?? []);
      await remove();
    }
    ({ store, dataDir, remove } = kept);
    const [first, sameDay, nextDay, otherSeed] = logs;
    expect(first?.length).toBeGreaterThan(20);
    expect(sameDay).toEqual(first);
    expect(nextDay).not.toEqual(first);
    expect(otherSeed).not.toEqual(first);
  });
});
