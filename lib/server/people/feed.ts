/**
 * A learner's calendar feed. Whoever has its address may read it, as calendar programs do without signing in; so the
 * address holds a secret that is shown once, kept as a hash, and replaced or taken away at any time.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Person } from "@/lib/core/people/person";
import { totalOf } from "@/lib/core/study/review-card";
import { addDays, type StudyDay } from "@/lib/core/study-day";
import { accountOfFeed, changeAccount, findAccount } from "@/lib/db/users";
import { requireEnv } from "../env";
import { log } from "../log";
import { theStore } from "../store";
import { forecastFor, minutesReader } from "../study/forecast";
import { loadQueue } from "../study/load-queue";
import { personOf } from "./person-of";

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Makes a new address, the only one that works from now on. */
export async function makeFeed(person: Person): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await theStore().tx((db) => changeAccount(db, person.id, { feedHash: hashOf(secret) }));
  log.info({ user: person.id }, "calendar address made");
  return `${requireEnv().url}/calendar/${secret}.ics`;
}

export async function turnFeedOff(person: Person): Promise<void> {
  await theStore().tx((db) => changeAccount(db, person.id, { feedHash: null }));
  log.info({ user: person.id }, "calendar address taken away");
}

export const hasFeed = async (person: Person): Promise<boolean> =>
  (await findAccount(theStore().read, { id: person.id }))?.feedHash != null;

export interface FeedDay {
  /** Says nothing of the learner, and stays when the address is made anew. */
  uid: string;
  day: StudyDay;
  cards: number;
  minutes: number;
}

/** Who reads this feed and the study days with cards, as Today counts them; null for an address that does not work. */
export async function openFeed(
  secret: string,
  now: number,
): Promise<{ person: Person; days: FeedDay[] } | null> {
  const account = await accountOfFeed(theStore().read, hashOf(secret));
  if (!account) return null;
  const person = personOf(account);
  const { today, arranged } = await loadQueue(person, now);
  const minutesFor = await minutesReader(person);
  const forecast = await forecastFor(person, now, totalOf(arranged.counts));
  const days = forecast.map((cards, ahead): FeedDay => {
    const day = addDays(today, ahead);
    return { uid: `${hashOf(`${person.id}:${day}`)}@epoch`, day, cards, minutes: minutesFor(cards) };
  });
  return { person, days: days.filter(({ cards }) => cards > 0) };
}
