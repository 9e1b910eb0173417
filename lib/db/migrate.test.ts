import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOlderDatabase } from "./contract/older-database";
import { inspectSchema, migrate } from "./migrate";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "epoch-migrate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("cards, memories and reviews of the first version are all there after the upgrade", () => {
  const file = join(folder, "epoch.db");
  makeOlderDatabase(file, "0002_course_sides");
  const before = new Database(file);
  before.exec(`
    insert into users values ('u', 'a@example.com', 'A', 'x', 'student', 'UTC', 'ko', 'system', 4, 20, 200, 0, 1);
    insert into courses (id, slug, title, fingerprint, corrections, links) values ('c', 'c', 'C', 'f', '[]', '[]');
    insert into cards values ('k', 'c', 'momentum', 'R1', '앞 "면"', '뒷면', 'n.md', 3, 4, 'k', null, null, 0, 7);
    insert into cards values ('s', 'c', 'momentum', 'hand', '', '', 'n.md', 3, 4, 's', null, 'conv', 1, null);
    insert into memories values ('u', 'k', 'review', 3, 5, 0, 9, 2, 1, 0, 1, 1, null);
  `);
  before.close();
  expect(inspectSchema(file)).toBe("older");
  migrate(file);
  expect(inspectSchema(file)).toBe("current");

  const after = new Database(file);
  const cards = after.prepare("select id, sides, retired_at from cards order by id").all();
  const memories = after.prepare("select card_id, stability, suspended_at from memories").all();
  after.close();
  const side = { front: '앞 "면"', back: "뒷면", file: "n.md", lines: [3, 4], source: "뒷면" };
  expect(cards).toEqual([
    { id: "k", sides: JSON.stringify({ ko: side }), retired_at: 7 },
    { id: "s", sides: "{}", retired_at: null },
  ]);
  expect(memories).toEqual([{ card_id: "k", stability: 3, suspended_at: null }]);
});
