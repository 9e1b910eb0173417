import type { CardId, UserId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Memory } from "@/lib/core/schedule/memory";
import { sinceOf } from "@/lib/core/study/mark";
import { isSameMemory, rebuildMemory } from "@/lib/core/study/rebuild-memory";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { marksOf } from "@/lib/db/marks";
import { allStates, type DueRow, replaceState } from "@/lib/db/memories";
import { type CountedReview, countedReviews, lastReviews } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { allLearners } from "@/lib/db/users";
import { theStore } from "../store";
import { freshState } from "./build-card";

export interface Rebuilt {
  /** Cards with a memory, and how many of those were not what the log says. */
  cards: number;
  changed: number;
}

/** Makes every memory anew from the log, learner by learner, each in one transaction. */
export async function rebuildAll(): Promise<Rebuilt> {
  const sum: Rebuilt = { cards: 0, changed: 0 };
  for (const learner of await allLearners(theStore().read)) {
    const { cards, changed } = await theStore().tx((db) => rebuildLearner(db, learner));
    sum.cards += cards;
    sum.changed += changed;
  }
  return sum;
}

/** The same for one learner, within an act. */
export async function rebuildLearner(
  db: Db,
  person: Pick<Person, "id" | "rules" | "weights">,
): Promise<Rebuilt> {
  const scheduling = {
    notes: schedulingOf(rulesOf(person), { weights: person.weights.notes }),
    skills: schedulingOf(rulesOf(person), { weights: person.weights.skills }),
  };
  const states = new Map((await allStates(db, person.id)).map((state) => [state.cardId, state]));
  const logs = new Map<CardId, CountedReview[]>();
  for (const row of await countedReviews(db, person.id)) {
    const log = logs.get(row.cardId);
    if (log) log.push(row);
    else logs.set(row.cardId, [row]);
  }
  const marks = await marksOf(db, person.id);
  const promised = await lastReviews(db, person.id);
  const cardIds = new Set([...states.keys(), ...logs.keys()]);
  let changed = 0;
  for (const cardId of cardIds) {
    const log = logs.get(cardId) ?? [];
    const kind = (log.at(-1)?.family ?? null) === null ? "notes" : "skills";
    const byHand = marks.get(cardId) ?? [];
    const memory = {
      ...rebuildMemory(log, promised.get(cardId)?.after, scheduling[kind], byHand),
      sinceSeq: sinceOf(byHand),
    };
    const state = states.get(cardId);
    if (state && isSameMemory(state, memory) && state.sinceSeq === memory.sinceSeq) continue;
    await putMemory(db, person.id, cardId, state, memory);
    changed += 1;
  }
  return { cards: cardIds.size, changed };
}

async function putMemory(
  db: Db,
  userId: UserId,
  cardId: CardId,
  state: DueRow | undefined,
  memory: Memory & { sinceSeq: number },
): Promise<void> {
  const { cardId: _, ...before } = state ?? { cardId, ...freshState() };
  const next = { ...before, ...memory, revision: before.revision + 1 };
  await replaceState(db, { userId, cardId }, state?.revision ?? null, next);
}
