import type { CardId, UserId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Memory } from "@/lib/core/schedule/memory";
import { sinceOf } from "@/lib/core/study/mark";
import { isSameMemory, rebuildMemory } from "@/lib/core/study/rebuild-memory";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { marksOf } from "./marks";
import { allStates, type DueRow } from "./memories";
import { type CountedReview, countedReviews, lastReviews } from "./reviews";
import type { Db } from "./store";

/** A memory that is not what its log says: what is stored, if anything, and what it is to be. */
export interface Astray {
  cardId: CardId;
  state: DueRow | undefined;
  memory: Memory & { sinceSeq: number };
}

/** Folds every memory of a learner from the log and the marks, and gives those that are stored otherwise. */
export async function foldMemories(
  db: Db,
  person: Pick<Person, "rules" | "weights"> & { id: UserId },
): Promise<{ cards: number; astray: Astray[] }> {
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
  const astray: Astray[] = [];
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
    astray.push({ cardId, state, memory });
  }
  return { cards: cardIds.size, astray };
}
