import { randomUUID } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReviewId } from "@/lib/core/ids";
import { makeOlderDatabase } from "@/lib/db/contract/older-database";
import { rowsOf, runSql } from "@/lib/db/contract/raw-file";
import { inspectSchema } from "@/lib/db/migrate";
import { backUp } from "./back-up";
import { databaseFile } from "./data-dir";
import { restore } from "./restore";
import { openQueue } from "./study/open-queue";
import { recordAnswer } from "./study/record-answer";
import { addLearner, openCourse } from "./testing/open-course";

const now = Date.parse("2026-11-20T03:00:00Z");
let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "epoch-restore-"));
  dataDir = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("restoring a backup", () => {
  it("brings back every row of what was backed up", async () => {
    const opened = await openCourse(now);
    const person = await addLearner("learner@example.com", now);
    const [card] = (await openQueue(person, now)).cards;
    if (card?.face.kind !== "note") throw new Error("no note card");
    const answer = { kind: "grade", grade: "good" } as const;
    const input = { id: randomUUID() as ReviewId, cardId: card.cardId, revision: 0, answer, takenMs: 4_000 };
    expect((await recordAnswer(person, input, now)).ok).toBe(true);

    const backup = join(folder, "copy.db");
    expect((await backUp(opened.dataDir, backup)).ok).toBe(true);
    const bytes = statSync(backup).size;
    expect(restore(dataDir, backup)).toEqual({ ok: true, value: { file: databaseFile(dataDir), bytes } });
    const restored = rowsOf(databaseFile(dataDir));
    expect(restored.reviews).toHaveLength(1);
    expect(restored).toEqual(rowsOf(databaseFile(opened.dataDir)));
    expect(statSync(databaseFile(dataDir)).mode & 0o777).toBe(0o600);
    await opened.remove();
  });

  it("brings an older one to this version and leaves the file itself as it was", () => {
    const backup = join(folder, "older.db");
    makeOlderDatabase(backup, "0006_whole_day");
    const before = readFileSync(backup);
    chmodSync(backup, 0o400);
    expect(restore(dataDir, backup).ok).toBe(true);
    expect(inspectSchema(databaseFile(dataDir))).toBe("current");
    expect(readFileSync(backup)).toEqual(before);
    expect(readdirSync(dataDir)).toEqual(["epoch.db"]);
  });

  it("never replaces a database", () => {
    const backup = join(folder, "older.db");
    makeOlderDatabase(backup, "0006_whole_day");
    mkdirSync(dataDir);
    writeFileSync(databaseFile(dataDir), "mine");
    expect(restore(dataDir, backup)).toMatchObject({ ok: false, error: { kind: "exists" } });
    expect(readFileSync(databaseFile(dataDir), "utf8")).toBe("mine");
  });

  it.each([
    ["not-found", () => undefined],
    ["damaged", (file: string) => writeFileSync(file, "no database at all ".repeat(300))],
    ["damaged", (file: string) => writeFileSync(file, "")],
    ["damaged", (file: string) => runSql(file, "create table t (x)")],
    [
      "newer-schema",
      (file: string) => {
        makeOlderDatabase(file, "0006_whole_day");
        runSql(file, "update __drizzle_migrations set created_at = 9e15");
      },
    ],
    [
      "in-use",
      (file: string) => {
        makeOlderDatabase(file, "0006_whole_day");
        writeFileSync(`${file}-wal`, "pages not yet in the file");
      },
    ],
  ])("refuses as %s what it cannot use, and leaves nothing behind", (kind, make) => {
    const backup = join(folder, "backup.db");
    make(backup);
    mkdirSync(dataDir);
    expect(restore(dataDir, backup)).toMatchObject({ ok: false, error: { kind } });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
