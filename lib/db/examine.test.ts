import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type SetId } from "@/lib/core/ids";
import { openStore } from "./client";
import { runSql } from "./contract/raw-file";
import { account, addPeopleAndCards, cardId, reviewOf, stateOf } from "./contract/rows";
import { examine } from "./examine";
import { foldMemories } from "./fold-memories";
import { putMark } from "./marks";
import { replaceState } from "./memories";
import { migrate } from "./migrate";
import { appendReview, markUndone } from "./reviews";
import { addSet } from "./sets";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "epoch-examine-"));
  file = join(folder, "epoch.db");
  migrate(file);
  const store = openStore(file);
  await addPeopleAndCards(store);
  await store.tx(async (db) => {
    const row = (index: number) => ({ userId: account.id, cardId: cardId(index) });
    for (const index of [1, 2]) {
      await appendReview(db, { ...reviewOf(index), at: 1_000 * index });
      await replaceState(db, row(index), null, stateOf({ lastReviewedAt: 1_000 * index }));
    }
    // From another device, made before the card's last review and told after it.
    await appendReview(db, { ...reviewOf(2), id: "merged" as never, at: 1_500 });
    await replaceState(db, row(2), 1, stateOf({ reps: 2, lastReviewedAt: 2_000 }));
    // What does not count: taken back, practised only, and before the card was made new again.
    await appendReview(db, { ...reviewOf(1), id: "undone" as never, at: 9_000 });
    await markUndone(db, "undone" as never, 9_500);
    const set = { id: asId<SetId>("set"), kind: "cram" as const, cardIds: [cardId(1)], createdAt: 9_000 };
    await addSet(db, { ...set, userId: account.id });
    await appendReview(db, {
      ...reviewOf(1),
      id: "cram" as never,
      at: 9_600,
      kind: "cram",
      setId: set.id,
    });
    await appendReview(db, { ...reviewOf(3), at: 9_700 });
    const fresh = { phase: "new", stability: 0, difficulty: 0, reps: 0, lastReviewedAt: null } as const;
    await replaceState(db, row(3), null, stateOf({ ...fresh, sinceSeq: 6 }));
    await putMark(db, row(3), { kind: "reset", seq: 6, due: null }, 9_800);
  });
  // Whatever the rows above say, every memory is what its log says.
  await store.tx(async (db) => {
    for (const { cardId: card, state, memory } of (await foldMemories(db, account)).astray) {
      const { cardId: _, ...before } = state ?? { cardId: card, ...stateOf({}) };
      await replaceState(db, { userId: account.id, cardId: card }, before.revision, { ...before, ...memory });
    }
  });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const spoil = (sql: string) => runSql(file, sql);
const failing = async () => (await examine(file)).checks.filter((check) => !check.ok);

describe("examining a database", () => {
  it("finds a sound one sound, with undone and practised reviews and a reset card in it", async () => {
    const { checks, ...rest } = await examine(file);
    expect(rest).toEqual({ ok: true, database: { file, schema: "current", integrity: "ok" } });
    expect(checks.map(({ name }) => name)).toEqual([
      "foreign-keys",
      "log-places",
      "reviews-remembered",
      "set-reviews",
      "sets",
      "known-cards",
      "reps",
      "resets",
      "last-review",
      "stability",
      "difficulty",
      "revision",
      "zones",
      "rules",
      "weights",
      "memories",
    ]);
    expect(checks.every(({ ok, count, examples }) => ok && count === 0 && examples.length === 0)).toBe(true);
  });

  const first = "user-1 card-1";
  it.each([
    ["reps", "update memories set reps = 7 where card_id = 'card-1'", [first]],
    ["resets", "update memories set since_seq = 0 where card_id = 'card-3'", ["user-1 card-3"]],
    ["resets", "update memories set since_seq = 5 where card_id = 'card-1'", [first]],
    ["resets", "delete from marks", ["user-1 card-3"]],
    ["last-review", "update memories set last_reviewed_at = 1001 where card_id = 'card-1'", [first]],
    ["last-review", "update memories set last_reviewed_at = null where card_id = 'card-1'", [first]],
    ["stability", "update memories set stability = 0.0009 where card_id = 'card-1'", [first]],
    ["stability", "update memories set stability = 36501 where card_id = 'card-1'", [first]],
    ["stability", "update memories set stability = 'NaN' where card_id = 'card-1'", [first]],
    ["stability", "update memories set stability = 9e999 where card_id = 'card-1'", [first]],
    ["difficulty", "update memories set difficulty = 0.99 where card_id = 'card-1'", [first]],
    ["difficulty", "update memories set difficulty = 10.1 where card_id = 'card-1'", [first]],
    ["revision", "update memories set revision = -1 where card_id = 'card-1'", [first]],
    ["reviews-remembered", "delete from memories where card_id = 'card-1'", ["review-1", "undone"]],
    ["set-reviews", "update reviews set set_id = null where id = 'cram'", ["cram"]],
    ["set-reviews", "update reviews set kind = 'review' where id = 'cram'", ["cram"]],
    ["sets", "update sets set card_ids = '['", ["set"]],
    ["zones", "update users set zone = 'Mars/Base'", ["user-1"]],
    ["rules", "update users set rules = '{'", ["user-1"]],
    ["rules", `update users set rules = '{"retention":0.5}'`, ["user-1"]],
    ["weights", `update users set weights = '{"notes":[1,2]}'`, ["user-1"]],
    ["memories", "update memories set stability = stability + 1e-9 where card_id = 'card-1'", [first]],
    ["memories", "update memories set difficulty = difficulty + 1e-9 where card_id = 'card-1'", [first]],
    ["memories", "update memories set due_day = 20001 where card_id = 'card-1'", [first]],
    ["memories", "update memories set due_at = due_at + 1 where card_id = 'card-1'", [first]],
    ["memories", "update reviews set grade = 'again' where id = 'review-1'", [first]],
    ["memories", "update reviews set after = '{' where id = 'review-1'", ["user-1"]],
    [
      "log-places",
      "drop index reviews_user_seq; update reviews set seq = 1 where id = 'review-2'",
      ["review-1"],
    ],
  ])("finds fault with %s after: %s", async (name, sql, examples) => {
    spoil(sql);
    expect((await examine(file)).ok).toBe(false);
    const found = (await failing()).find((check) => check.name === name);
    expect(found).toMatchObject({ ok: false, count: examples.length });
    expect([...(found?.examples ?? [])].sort()).toEqual([...examples].sort());
  });

  it("names a memory of a card that is gone by itself and as a key that points to nothing", async () => {
    spoil("delete from cards where id = 'card-2'");
    expect(await failing()).toEqual([
      { name: "foreign-keys", ok: false, count: 3, examples: ["reviews 2", "reviews 3", "memories 2"] },
      { name: "known-cards", ok: false, count: 1, examples: ["user-1 card-2"] },
      { name: "memories", ok: false, count: 1, examples: ["user-1 card-2"] },
    ]);
  });

  it("shows five of many and counts them all", async () => {
    spoil(`create temp table copies as select * from memories;
      update copies set card_id = 'copy-of-' || card_id; insert into memories select * from copies;
      update copies set card_id = 'copy-of-' || card_id; insert into memories select * from copies;
      update memories set revision = -1`);
    const revision = (await failing()).find(({ name }) => name === "revision");
    expect(revision?.count).toBe(9);
    expect(revision?.examples).toHaveLength(5);
  });

  it("reads while another connection writes, sees committed rows only and changes no byte", async () => {
    const before = readFileSync(file);
    const writing = new Database(file);
    writing.exec("begin immediate; update memories set reps = 7");
    expect((await examine(file)).ok).toBe(true);
    writing.exec("commit");
    expect((await failing()).map(({ name }) => name)).toEqual(["reps", "memories"]);
    expect(readFileSync(file)).toEqual(before);
    writing.close();
  });

  it("tells a file that is no database from one of another schema", async () => {
    const other = join(folder, "other.db");
    writeFileSync(other, "no database at all ".repeat(300));
    expect(await examine(other)).toMatchObject({ ok: false, database: { schema: "damaged" }, checks: [] });
    spoil("update __drizzle_migrations set created_at = created_at + 1e12");
    expect(await examine(file)).toEqual({
      ok: false,
      database: { file, schema: "newer", integrity: "ok" },
      checks: [],
    });
  });
});
