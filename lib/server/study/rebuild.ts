import type { UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { type Astray, foldMemories } from "@/lib/db/fold-memories";
import { replaceState } from "@/lib/db/memories";
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
  const { cards, astray } = await foldMemories(db, person);
  for (const memory of astray) await putMemory(db, person.id, memory);
  return { cards, changed: astray.length };
}

async function putMemory(db: Db, userId: UserId, { cardId, state, memory }: Astray): Promise<void> {
  const { cardId: _, ...before } = state ?? { cardId, ...freshState() };
  const next = { ...before, ...memory, revision: before.revision + 1 };
  await replaceState(db, { userId, cardId }, state?.revision ?? null, next);
}
