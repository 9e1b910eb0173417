/**
 * What this browser keeps of one learner's review: answers that no server has acknowledged, and the cards to go on with
 * when the connection is lost. Where the browser allows no database it is kept in the page, as long as that is open.
 */
import { createStore, delMany, get, update } from "idb-keyval";
import {
  type KeptAnswer,
  type RefusedAnswer,
  stillWaiting,
  withAnswer,
  withdrawn,
  withoutKnown,
} from "@/lib/core/study/kept-answers";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { tellTabs } from "./tabs";

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
async function forget(keys: string[]): Promise<void> {
  for (const key of keys) inPage.delete(key);
  try {
    await delMany(keys, theStore());
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  tellTabs("kept");
}

const answersKey = (userId: string) => `answers ${userId}`;
const aheadKey = (userId: string) => `ahead ${userId}`;
const refusedKey = (userId: string) => `refused ${userId}`;

/** Whose cards these are, for a page that no server can tell it. */
export interface Who {
  userId: string;
  zone: string;
  /** The learner wants to see how long a session has lasted. */
  showsTimer: boolean;
}
const whoKey = "who";
export const keptWho = async (): Promise<Who | null> => (await read<Who | null>(whoKey)) ?? null;

/** From now on this browser is this learner's: cards kept for another are shown no more. Answers stay their giver's. */
export async function keepWho(who: Who): Promise<void> {
  const before = await keptWho();
  if (before !== null && before.userId !== who.userId) await forget([aheadKey(before.userId)]);
  await change(whoKey, () => who);
}

/** Answers not acknowledged yet, and those taken back of which the server must still hear, oldest first. */
export const keptAnswers = async (userId: string): Promise<KeptAnswer[]> =>
  (await read<KeptAnswer[]>(answersKey(userId))) ?? [];

export const waitingAnswers = async (userId: string): Promise<KeptAnswer[]> =>
  stillWaiting(await keptAnswers(userId));

async function changeAnswers(userId: string, next: (list: KeptAnswer[]) => KeptAnswer[]): Promise<void> {
  await change<KeptAnswer[]>(answersKey(userId), (before = []) => next(before));
  tellTabs("kept");
}

export const keepAnswer = (userId: string, answer: KeptAnswer): Promise<void> =>
  changeAnswers(userId, (list) => withAnswer(list, answer));

/** Takes back an answer of which nobody knows whether it arrived. */
export const withdrawAnswer = (userId: string, id: string): Promise<void> =>
  changeAnswers(userId, (list) => withdrawn(list, id));

/** The server has these answers, or never will, so their cards are no longer as they were kept. */
export async function dropAnswers(
  userId: string,
  answers: readonly Pick<KeptAnswer, "id" | "cardId">[],
): Promise<void> {
  const ids = answers.map(({ id }) => id);
  const cards = new Set(answers.map(({ cardId }) => cardId));
  await change<ReviewCard[]>(aheadKey(userId), (before = []) =>
    before.filter(({ cardId }) => !cards.has(cardId)),
  );
  await changeAnswers(userId, (list) => withoutKnown(list, ids));
}

/** The server has heard that this one was taken back. */
export const dropWithdrawn = (userId: string, id: string): Promise<void> =>
  changeAnswers(userId, (list) => list.filter((answer) => answer.id !== id));

export const keptAhead = async (userId: string): Promise<ReviewCard[]> =>
  (await read<ReviewCard[]>(aheadKey(userId))) ?? [];

export const keepAhead = (userId: string, cards: ReviewCard[]): Promise<void> =>
  change(aheadKey(userId), () => cards);

/** Answers that the server will never take, until their learner has read of them. */
export const keptRefused = async (userId: string): Promise<RefusedAnswer[]> =>
  (await read<RefusedAnswer[]>(refusedKey(userId))) ?? [];

export async function keepRefused(userId: string, refused: readonly RefusedAnswer[]): Promise<void> {
  if (refused.length === 0) return;
  const ids = new Set(refused.map(({ id }) => id));
  await change<RefusedAnswer[]>(refusedKey(userId), (before = []) => [
    ...before.filter(({ id }) => !ids.has(id)),
    ...refused,
  ]);
  tellTabs("kept");
}
export const forgetRefused = (userId: string): Promise<void> => forget([refusedKey(userId)]);

/** Nothing of this learner may greet the next person at this device. */
export const forgetKept = (userId: string): Promise<void> =>
  forget([whoKey, answersKey(userId), aheadKey(userId), refusedKey(userId)]);
