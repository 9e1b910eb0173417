import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SessionId } from "@/lib/core/ids";
import { findAccount } from "@/lib/db/users";
import { log } from "../log";
import { theStore } from "../store";
import { openQueue } from "../study/open-queue";
import { addLearner, openCourse } from "../testing/open-course";
import { changePassword, resetPassword } from "./change-password";
import { deleteAccount } from "./delete-account";
import { makeFeed, openFeed } from "./feed";
import { hasAnyUser, register, registerVisitor } from "./register";
import { closeOtherSessions, closeSession, personOfSession, sessionSeconds } from "./sessions";
import { changeSettings } from "./settings";
import { signIn } from "./sign-in";
import { endToken, makeToken, personOfToken } from "./tokens";

const now = Date.parse("2026-11-20T03:00:00Z");
const password = "a long enough sentence";
let opened: Awaited<ReturnType<typeof openCourse>>;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());

const form = (change: object) => ({
  email: "new@example.com",
  name: "학생",
  password,
  locale: "ko" as const,
  zone: "Asia/Seoul",
  ...change,
});
const enter = (email: string, tried = password, address: string | null = null, at = now) =>
  signIn({ email, password: tried, address }, at);

async function sessionOf(email: string): Promise<SessionId> {
  const entered = await enter(email);
  if (!entered.ok) throw new Error(entered.error.kind);
  return entered.value.sessionId;
}

describe("registration", () => {
  it("makes the first account the administrator and later ones students with cards", async () => {
    expect(await hasAnyUser()).toBe(false);
    expect((await addLearner("first@example.com", now)).role).toBe("admin");
    expect(await hasAnyUser()).toBe(true);
    const second = await addLearner("second@example.com", now);
    expect(second.role).toBe("student");
    expect((await openQueue(second, now)).counts.new).toBe(20);
    expect(Object.keys(second)).not.toContain("passwordHash");
  });

  it("in a zone that nobody knows counts days in UTC", async () => {
    const made = await register(form({ email: "nowhere@example.com", zone: "Mars/Base" }), now);
    expect(made).toMatchObject({ ok: true, value: { zone: "UTC" } });
  });

  it.each([
    [{ email: " FIRST@Example.com" }, "email-taken"],
    [{ email: "nobody" }, "email-invalid"],
    [{ name: "  " }, "name-empty"],
    [{ password: "1234567" }, "password-short"],
    [{ password: "Password1" }, "password-common"],
    [{ password: "ㄱ".repeat(300) }, "password-long"],
  ])("refuses %j as %s", async (change, kind) => {
    expect(await register(form(change), now)).toEqual({ ok: false, error: { kind } });
  });

  it("takes eight Hangul syllables and knows them in either normal form", async () => {
    const korean = "한글비밀번호야요";
    expect((await register(form({ email: "hangul@example.com", password: korean }), now)).ok).toBe(true);
    expect((await enter("hangul@example.com", korean.normalize("NFD"))).ok).toBe(true);
  });

  it("pauses one address after many accounts, and nobody else", async () => {
    const invalid = form({ email: "nobody" });
    for (let tries = 0; tries < 200; tries += 1) await registerVisitor(invalid, "192.0.2.9", now);
    const paused = { ok: false, error: { kind: "throttled", retryAfterMs: 2000 } };
    expect(await registerVisitor(form({ email: "robot@example.com" }), "192.0.2.9", now)).toEqual(paused);
    expect((await registerVisitor(form({ email: "person@example.com" }), "192.0.2.8", now)).ok).toBe(true);
  });

  it("never stores the password itself", async () => {
    const account = await findAccount(theStore().read, { email: "first@example.com" });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(account)).not.toContain(password);
  });
});

describe("signing in", () => {
  it("answers a wrong password and an unknown email the same", async () => {
    const refused = { ok: false, error: { kind: "bad-credentials" } };
    expect(await enter("second@example.com", "wrong password")).toEqual(refused);
    expect(await enter("nobody@example.com", "wrong password")).toEqual(refused);
  });

  it("pauses longer after each failure, for all tries at once, and never for good", async () => {
    await addLearner("guessed@example.com", now);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => enter("guessed@example.com", "wrong one")),
    );
    const kinds = tries.map((outcome) => (outcome.ok ? "ok" : outcome.error.kind));
    expect(kinds.filter((kind) => kind === "bad-credentials")).toHaveLength(5);
    expect(await enter("guessed@example.com")).toEqual({
      ok: false,
      error: { kind: "throttled", retryAfterMs: 2000 },
    });
    expect((await enter("guessed@example.com", "wrong one", null, now + 2000)).ok).toBe(false);
    expect(await enter("guessed@example.com", password, null, now + 2000)).toMatchObject({
      error: { retryAfterMs: 4000 },
    });
    expect((await enter("guessed@example.com", password, null, now + 62_000)).ok).toBe(true);
    expect((await enter("guessed@example.com")).ok).toBe(true);
  });

  it("lets a classroom behind one address in", async () => {
    for (let person = 0; person < 12; person += 1) {
      expect((await enter("second@example.com", password, "192.0.2.1")).ok).toBe(true);
    }
  });
});

describe("a session", () => {
  it("ends when it is closed, when time is up and when all others are ended", async () => {
    const email = "second@example.com";
    const [one, two, three] = [await sessionOf(email), await sessionOf(email), await sessionOf(email)];
    const person = await personOfSession(one, now);
    expect(person?.email).toBe(email);
    if (!person) return;
    await closeSession(one, now);
    expect(await personOfSession(one, now)).toBeNull();
    expect(await personOfSession(two, now + sessionSeconds * 1000)).toBeNull();
    await closeOtherSessions(person, two);
    expect(await personOfSession(two, now)).toEqual(person);
    expect(await personOfSession(three, now)).toBeNull();
  });

  it("ends with a reset of the password, and the new one works", async () => {
    const session = await sessionOf("second@example.com");
    expect(await resetPassword("second@example.com", "another good sentence")).toMatchObject({ ok: true });
    expect(await personOfSession(session, now)).toBeNull();
    expect((await enter("second@example.com", "another good sentence")).ok).toBe(true);
    expect(await resetPassword("nobody@example.com", password)).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});

describe("an account", () => {
  it("changes its password only for who knows the old one", async () => {
    const person = await addLearner("changing@example.com", now);
    const [here, there] = [await sessionOf(person.email), await sessionOf(person.email)];
    const change = { current: "wrong", next: "quite another one", endOtherSessions: true, endKeys: false };
    expect(await changePassword(person, here, change, now)).toMatchObject({
      error: { kind: "wrong-password" },
    });
    expect((await changePassword(person, here, { ...change, current: password }, now)).ok).toBe(true);
    expect(await personOfSession(here, now)).not.toBeNull();
    expect(await personOfSession(there, now)).toBeNull();
  });

  it("S28 ends API keys and the calendar's address with its password only when asked to", async () => {
    const person = await addLearner("keyed@example.com", now);
    const session = await sessionOf(person.email);
    const made = await makeToken(person, { name: "script", scopes: ["read"] }, now);
    const secret = /([\w-]{43})\.ics$/.exec(await makeFeed(person))?.[1] ?? "";
    if (!made.ok) throw new Error(made.error.kind);
    const opens = async () => [
      (await personOfToken(made.value.token, now)) !== null,
      (await openFeed(secret, now)) !== null,
    ];
    const change = { current: password, next: "quite another one", endOtherSessions: true };
    expect((await changePassword(person, session, { ...change, endKeys: false }, now)).ok).toBe(true);
    expect(await opens()).toEqual([true, true]);
    const back = { current: change.next, next: password, endOtherSessions: true, endKeys: true };
    expect((await changePassword(person, session, back, now)).ok).toBe(true);
    expect(await opens()).toEqual([false, false]);
  });

  it("S25 logs who made and revoked which key, and never the key", async () => {
    const info = vi.spyOn(log, "info");
    const person = await addLearner("logged@example.com", now);
    const made = await makeToken(person, { name: "script", scopes: ["read"] }, now);
    if (!made.ok) throw new Error(made.error.kind);
    const { id, token } = made.value;
    await endToken(person, id, now);
    await endToken(person, id, now);
    const lines = info.mock.calls.map((line) => JSON.stringify(line)).filter((line) => line.includes(id));
    info.mockRestore();
    expect(lines.map((line) => /key \w+/.exec(line)?.[0])).toEqual(["key made", "key revoked"]);
    expect(lines.every((line) => line.includes(person.id) && !line.includes(token))).toBe(true);
  });

  it("keeps what settings may be and refuses the rest", async () => {
    const person = await addLearner("settled@example.com", now);
    const changed = await changeSettings(person, { name: " 새  이름 ", zone: "Europe/Berlin", locale: "en" });
    expect(changed).toMatchObject({
      ok: true,
      value: { name: "새 이름", zone: "Europe/Berlin", locale: "en" },
    });
    expect(await changeSettings(person, { zone: "Mars/Base" })).toMatchObject({
      error: { kind: "zone-unknown" },
    });
  });

  it("is gone with its reviews after deletion", async () => {
    const person = await addLearner("leaving@example.com", now);
    const session = await sessionOf(person.email);
    expect(await deleteAccount(person, "wrong", now)).toMatchObject({ error: { kind: "wrong-password" } });
    expect((await deleteAccount(person, password, now)).ok).toBe(true);
    expect(await personOfSession(session, now)).toBeNull();
    expect(await enter(person.email)).toMatchObject({ error: { kind: "bad-credentials" } });
  });
});
