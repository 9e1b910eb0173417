import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runSql } from "@/lib/db/contract/raw-file";
import { inspectSchema } from "@/lib/db/migrate";

const dataDir = mkdtempSync(join(tmpdir(), "epoch-cli-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

function epoch(args: string[], input = "", env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "lib/cli/main.ts", ...args],
    {
      input,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production", EPOCH_DATA_DIR: dataDir, ...env },
    },
  );
  return { status, json: JSON.parse(stdout), stderr };
}
const add = (email: string, password: string) =>
  epoch(["user", "add", "--email", email, "--role", "student", "--password-stdin"], password);

describe("epoch user", () => {
  it("adds an account once and answers with id, email and role only", () => {
    const made = add("Kim@Example.com", "a long enough sentence\n");
    expect(made).toMatchObject({ status: 0, json: { email: "kim@example.com", role: "student" } });
    expect(Object.keys(made.json)).toEqual(["id", "email", "role"]);
    expect(add("kim@example.com", "a long enough sentence")).toMatchObject({
      status: 1,
      json: { error: { kind: "email-taken", message: "An account with this email exists already." } },
    });
  });

  it("sets a new password and refuses a short one or an unknown email", () => {
    const set = (email: string, password: string) =>
      epoch(["user", "password", "--email", email, "--password-stdin"], password);
    expect(set("kim@example.com", "another good sentence").status).toBe(0);
    expect(set("kim@example.com", "short")).toMatchObject({
      status: 1,
      json: { error: { kind: "password-short" } },
    });
    expect(set("lee@example.com", "another good sentence")).toMatchObject({
      status: 1,
      json: { error: { kind: "not-found" } },
    });
  });

  it.each([[["user"]], [["user", "add", "--email", "a@b.c"]], [["nothing"]], [[]]])(
    "explains itself on %j",
    (args) => {
      expect(epoch(args)).toMatchObject({ status: 2, json: { error: { kind: "usage" } } });
    },
  );
});

describe("epoch backup", () => {
  it("copies a sound database and never over a file", () => {
    const file = join(dataDir, "copy.db");
    const made = epoch(["backup", file]);
    expect(made).toMatchObject({ status: 0, json: { file, bytes: statSync(file).size } });
    expect(inspectSchema(file)).toBe("current");
    expect(epoch(["backup", file])).toMatchObject({ status: 1, json: { error: { kind: "exists" } } });
  });
});

describe("epoch restore", () => {
  it("puts a backup into an empty data directory, once, and its accounts are known there", () => {
    const copy = join(dataDir, "to-restore.db");
    expect(epoch(["backup", copy]).status).toBe(0);
    const env = { EPOCH_DATA_DIR: join(dataDir, "restored") };
    const file = join(env.EPOCH_DATA_DIR, "epoch.db");
    const made = epoch(["restore", copy], "", env);
    expect(made).toMatchObject({ status: 0, json: { file, bytes: statSync(copy).size } });
    const known = epoch(
      ["user", "password", "--email", "kim@example.com", "--password-stdin"],
      "a third good sentence",
      env,
    );
    expect(known.status).toBe(0);
    expect(epoch(["restore", copy], "", env)).toMatchObject({
      status: 1,
      json: { error: { kind: "exists" } },
    });
    expect(epoch(["restore"], "", env).status).toBe(2);
  });
});

describe("epoch doctor", () => {
  it("reports a sound database with exit 0 and one with a fault with exit 1", () => {
    const file = join(dataDir, "epoch.db");
    const sound = epoch(["doctor"]);
    expect(sound).toMatchObject({
      status: 0,
      json: { ok: true, database: { file, schema: "current", integrity: "ok" } },
    });
    runSql(file, "update users set zone = 'Mars/Base'");
    const { status, json } = epoch(["doctor"]);
    runSql(file, "update users set zone = 'UTC'");
    expect(status).toBe(1);
    expect(json.checks.filter((check: { ok: boolean }) => !check.ok)).toMatchObject([
      { name: "zones", ok: false, count: 1 },
    ]);
  });

  it("says where there is no database yet, and makes none", () => {
    const empty = mkdtempSync(join(dataDir, "empty-"));
    expect(epoch(["doctor"], "", { EPOCH_DATA_DIR: empty })).toMatchObject({
      status: 1,
      json: { error: { kind: "not-found" } },
    });
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe("epoch demo", () => {
  it("is refused where people are, and takes no arguments", () => {
    expect(epoch(["demo"])).toMatchObject({ status: 1, json: { error: { kind: "not-empty" } } });
    expect(epoch(["demo", "--students", "3"])).toMatchObject({
      status: 2,
      json: { error: { kind: "usage" } },
    });
  });
});
