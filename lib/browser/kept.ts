/**
 * What this browser keeps of one learner's review: answers that no server has acknowledged, and the cards to go on with
 * when the connection is lost. Where the browser allows no database it is kept in the page, as long as that is open.
 */
import { createStore, delMany, get, update } from "idb-keyval";
import type { ReviewCard } from "@/lib/core/study/review-card";
import type { Submission } from "@/lib/core/study/session";

/** An answer with the time it was given, by this device's clock. */
export interface KeptAnswer extends Submission {
  at: number;
}

const inPage = new Map<string, unknown>();
let store: ReturnType<typeof createStore> | null = null;
const theStore = () => {
  store ??= createStore("epoch", "kept");
  return store;
};

async function read<Value>(key: string): Promise<Value | undefined> {
  try {
    return await get<Value>(key, theStore());
  } catch {
    return inPage.get(key) as Value | undefined;
  }
}
async function change<Value>(key: string, next: (before: Value | undefined) => Value): Promise<void> {
  try {
    await update<Value>(key, next, theStore());
  } catch {
    inPage.set(key, next(inPage.get(key) as Value | undefined));
  }
}

const answersKey = (userId: string) => `answers ${userId}`;
const aheadKey = (userId: string) => `ahead ${userId}`;

/** Whose cards these are, for a page that no server can tell it. */
export interface Who {
  userId: string;
  zone: string;
}
const whoKey = "who";
export const keptWho = async (): Promise<Who | null> => (await read<Who | null>(whoKey)) ?? null;
export const keepWho = (who: Who): Promise<void> => change(whoKey, () => who);

/** Answers not acknowledged yet, oldest first. */
export const keptAnswers = async (userId: string): Promise<KeptAnswer[]> =>
  (await read<KeptAnswer[]>(answersKey(userId))) ?? [];

/** Keeps an answer; the same id again takes the place of the first. */
export const keepAnswer = (userId: string, answer: KeptAnswer): Promise<void> =>
  change<KeptAnswer[]>(answersKey(userId), (before = []) => [
    ...before.filter(({ id }) => id !== answer.id),
    answer,
  ]);

export const dropAnswers = (userId: string, ids: readonly string[]): Promise<void> =>
  change<KeptAnswer[]>(answersKey(userId), (before = []) => before.filter(({ id }) => !ids.includes(id)));

export const keptAhead = async (userId: string): Promise<ReviewCard[]> =>
  (await read<ReviewCard[]>(aheadKey(userId))) ?? [];

export const keepAhead = (userId: string, cards: ReviewCard[]): Promise<void> =>
  change(aheadKey(userId), () => cards);

/** Nothing of this learner may greet the next person at this device. */
export async function forgetKept(userId: string): Promise<void> {
  const keys = [whoKey, answersKey(userId), aheadKey(userId)];
  for (const key of keys) inPage.delete(key);
  await delMany(keys, theStore()).catch(() => undefined);
}
