import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { studyDayOf } from "@/lib/core/study-day";
import { findAccount } from "@/lib/db/users";
import { theStore } from "../store";
import { openQueue } from "../study/open-queue";
import { openToday } from "../study/open-today";
import { recordAnswer } from "../study/record-answer";
import { addLearner, openCourse } from "../testing/open-course";
import { deleteAccount } from "./delete-account";
import { hasFeed, makeFeed, openFeed, turnFeedOff } from "./feed";
import { personOf } from "./person-of";

const now = Date.parse("2026-11-20T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
let people = 0;
beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());

const learner = (): Promise<Person> => {
  people += 1;
  return addLearner(`subscriber-${people}@example.com`, now);
};
const secretIn = (address: string): string =>
  /^http:\/\/localhost:3000\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? "";

/** Grades the next card and gives the day on which it comes back. */
async function gradeNext(person: Person, grade: "easy" | "again"): Promise<number> {
  const [card] = (await openQueue(person, now)).cards;
  if (card?.face.kind !== "note") throw new Error("no note card");
  const { cardId, revision } = card;
  const answer = { kind: "grade", grade } as const;
  const input = { id: randomUUID() as ReviewId, cardId, revision, answer, takenMs: 30_000 };
  const outcome = await recordAnswer(person, input, now);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return studyDayOf(outcome.value.graded.dueAt, person);
}

describe("a calendar feed", () => {
  it("is opened by its secret alone, of which only a hash is stored", async () => {
    const person = await learner();
    expect(await hasFeed(person)).toBe(false);
    const secret = secretIn(await makeFeed(person));
    expect(secret).toHaveLength(43);
    expect(await hasFeed(person)).toBe(true);
    expect((await openFeed(secret, now))?.person).toEqual(person);
    expect(await openFeed(`${secret}x`, now)).toBeNull();
    expect(await openFeed("", now)).toBeNull();
    const account = await findAccount(theStore().read, { id: person.id });
    expect(JSON.stringify(account)).not.toContain(secret);
    expect(account && personOf(account)).not.toHaveProperty("feedHash");
  });

  it("stops at once for an old address, when it is turned off and with the account", async () => {
    const person = await learner();
    const old = secretIn(await makeFeed(person));
    const next = secretIn(await makeFeed(person));
    expect(next).not.toBe(old);
    expect(await openFeed(old, now)).toBeNull();
    expect(await openFeed(next, now)).not.toBeNull();
    await turnFeedOff(person);
    expect(await openFeed(next, now)).toBeNull();
    expect(await hasFeed(person)).toBe(false);
    const last = secretIn(await makeFeed(person));
    await deleteAccount(person, "a long enough sentence", now);
    expect(await openFeed(last, now)).toBeNull();
  });

  it("names the study days on which cards come back, as Today counts them, with the minutes they take", async () => {
    const person = await learner();
    const secret = secretIn(await makeFeed(person));
    const today = studyDayOf(now, person);
    expect((await openFeed(secret, now))?.days).toMatchObject([{ day: today, cards: 20 }]);
    const back = [await gradeNext(person, "easy"), await gradeNext(person, "easy")];
    await gradeNext(person, "again");
    const feed = await openFeed(secret, now);
    const counts = new Map(feed?.days.map(({ day, cards }) => [day as number, cards]));
    // Seventeen new ones and the one forgotten.
    const expected = new Map<number, number>([[today, 18]]);
    for (const day of back) expected.set(day, (expected.get(day) ?? 0) + 1);
    expect(counts).toEqual(expected);
    const { forecast, dueTotal } = await openToday(person, now);
    expect([...counts].every(([day, cards]) => forecast[day - today] === cards)).toBe(true);
    expect(forecast[0]).toBe(dueTotal);
    // Thirty seconds a card.
    expect(feed?.days.every(({ cards, minutes }) => minutes === Math.ceil(cards / 2))).toBe(true);
  });

  it("keeps an event's name when the address is made anew, and says nothing of the learner in it", async () => {
    const person = await learner();
    await gradeNext(person, "again");
    const first = await openFeed(secretIn(await makeFeed(person)), now);
    const second = await openFeed(secretIn(await makeFeed(person)), now + 60_000);
    expect(first?.days).toHaveLength(1);
    expect(second?.days[0]?.uid).toBe(first?.days[0]?.uid);
    expect(first?.days[0]?.uid).toMatch(/^[\w-]{43}@epoch$/);
    const other = await learner();
    await gradeNext(other, "again");
    const theirs = await openFeed(secretIn(await makeFeed(other)), now);
    expect(theirs?.days[0]?.uid).not.toBe(first?.days[0]?.uid);
  });
});
