import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../client";
import { loadCourse, saveCourse } from "../courses";
import { daysAheadQuery } from "../memories";
import { inspectSchema, migrate } from "../migrate";
import { isNotSaved } from "../not-saved";
import { promisedQuery } from "../progress";
import { dueQuery, learningQuery, newAgainQuery, touchedQuery, untouchedQuery } from "../queue";
import { reviewsSinceQuery } from "../reviews";
import { changeAccount } from "../users";
import { describeQueries } from "./query-contract";
import { account, addPeopleAndCards, cardId, courseId, courseWith } from "./rows";
import { describeStore, type Opened } from "./store-contract";

const folders: string[] = [];
function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "epoch-db-"));
  folders.push(folder);
  return join(folder, "epoch.db");
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function open(): Promise<Opened> {
  const file = freshFile();
  migrate(file);
  const opened: Opened = {
    store: openStore(file),
    reopen: async () => {
      await opened.store.close();
      opened.store = openStore(file);
      return opened.store;
    },
    remove: () => opened.store.close(),
  };
  return opened;
}

describeStore("the embedded SQLite store", open);
describeQueries("queries of the embedded SQLite store", open);

describe("a SQLite file", () => {
  it("answers the queue and the promises from an index alone, in the order of the index", async () => {
    const { store } = await open();
    const file = new Database(folders.map((folder) => join(folder, "epoch.db"))[0] ?? "", { readonly: true });
    const plan = ({ sql, params }: { sql: string; params: unknown[] }) => {
      const steps = file.prepare(`explain query plan ${sql}`).all(params.map(() => 1)) as {
        detail: string;
      }[];
      return steps.map(({ detail }) => detail);
    };
    const byDay = "SEARCH memories USING COVERING INDEX memories_queue (user_id=? AND phase=? AND due_day<?)";
    expect(plan(dueQuery(store.read).toSQL())).toEqual([byDay, "SCALAR SUBQUERY 1", byDay]);
    const [ahead] = plan(daysAheadQuery(store.read).toSQL());
    expect(ahead).toMatch(
      /^SEARCH memories USING COVERING INDEX memories_queue .*due_day>\? AND due_day<\?\)$/,
    );
    expect(plan(learningQuery(store.read).toSQL())).toEqual([
      "SEARCH memories USING COVERING INDEX memories_queue (user_id=? AND phase=?)",
    ]);
    expect(plan(promisedQuery(store.read, account.id).toSQL())).toEqual([
      "SEARCH reviews USING COVERING INDEX reviews_user_day (user_id=?)",
    ]);
    expect(plan(reviewsSinceQuery(store.read).toSQL())).toEqual([
      "SEARCH reviews USING COVERING INDEX reviews_user_day (user_id=? AND study_day>?)",
    ]);
    expect(plan(newAgainQuery(store.read).toSQL())).toEqual([
      "SEARCH memories USING COVERING INDEX memories_queue (user_id=? AND phase=?)",
    ]);
    expect(plan(touchedQuery(store.read).toSQL())).toEqual([
      expect.stringMatching(/^SEARCH memories USING COVERING INDEX \w+ \(user_id=\?\)$/),
    ]);
    for (const backwards of [false, true])
      expect(plan(untouchedQuery(store.read, backwards).toSQL())).toEqual([
        "SEARCH cards USING INDEX cards_course (course_id=?)",
        "SEARCH memories USING COVERING INDEX sqlite_autoindex_memories_1 (user_id=? AND card_id=?) LEFT-JOIN",
      ]);
    file.close();
    await store.close();
  });

  it("keeps a write-ahead log, so that reading never waits for writing", async () => {
    const { store } = await open();
    const file = new Database(join(folders[0] ?? "", "epoch.db"));
    expect(file.pragma("journal_mode", { simple: true })).toBe("wal");
    file.close();
    await store.close();
  });

  it("says not saved while another program holds the file, and saves again afterwards", async () => {
    const { store } = await open();
    await addPeopleAndCards(store);
    const other = new Database(join(folders[0] ?? "", "epoch.db"));
    other.exec("begin immediate");
    const blocked = store.tx((db) => changeAccount(db, account.id, { name: "later" }));
    await expect(blocked.catch((error) => isNotSaved(error))).resolves.toBe(true);
    other.exec("rollback");
    other.close();
    await expect(store.tx((db) => changeAccount(db, account.id, { name: "later" }))).resolves.toBeUndefined();
    await store.close();
  });

  it("retires a card that is no longer made and brings it back by the same id", async () => {
    const { store } = await open();
    await addPeopleAndCards(store, 3);
    const idsAfter = async (cards: number) => {
      await store.tx((db) => saveCourse(db, courseWith(cards), 2));
      return (await loadCourse(store.read, courseId)).cards.map(({ id }) => id);
    };
    expect(await idsAfter(2)).toEqual([cardId(0), cardId(1)]);
    expect(await idsAfter(3)).toEqual([cardId(0), cardId(1), cardId(2)]);
    await store.close();
  });

  it("tells an empty, a current, a newer and a damaged file apart and changes none", async () => {
    const file = freshFile();
    expect(inspectSchema(file)).toBe("empty");
    migrate(file);
    expect(inspectSchema(file)).toBe("current");
    const connection = new Database(file);
    connection.exec("update __drizzle_migrations set created_at = created_at + 1");
    connection.close();
    expect(inspectSchema(file)).toBe("newer");
    const broken = freshFile();
    writeFileSync(broken, "this is not a database, only some text that is long enough ".repeat(40));
    expect(inspectSchema(broken)).toBe("damaged");
  });
});
