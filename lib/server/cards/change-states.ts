import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { Mark } from "@/lib/core/study/mark";
import type { CardState } from "@/lib/db/card-state";
import { putMark } from "@/lib/db/marks";
import { findState, replaceState } from "@/lib/db/memories";
import { endOfLog } from "@/lib/db/reviews";
import { theStore } from "../store";
import { freshState } from "../study/build-card";
import { type CardsFailure, findOwnCards } from "./find-own-cards";

interface Change {
  state: Omit<CardState, "revision">;
  mark?: Pick<Mark, "kind" | "seq" | "due">;
}

/**
 * Changes the states of cards in one transaction and says how many changed. `decide` is given null for a card that has
 * no state and the place where the log ends, and gives null where nothing is to change; a `mark` is written to the log
 * with it. The revision moves on, so that an older view is refused.
 */
export async function changeStates(
  person: Person,
  cardIds: readonly CardId[],
  decide: (state: CardState | null, lastSeq: number) => Change | null,
  now: number,
): Promise<Result<{ changed: number }, CardsFailure>> {
  const own = await findOwnCards(person, cardIds);
  if (!own.ok) return own;
  return theStore().tx(async (db) => {
    let changed = 0;
    const lastSeq = await endOfLog(db, person.id);
    for (const cardId of own.value) {
      const state = await findState(db, person.id, cardId);
      const next = decide(state, lastSeq);
      if (!next) continue;
      const revision = (state ?? freshState()).revision + 1;
      const row = { userId: person.id, cardId };
      if (!(await replaceState(db, row, state?.revision ?? null, { ...next.state, revision }))) continue;
      if (next.mark) await putMark(db, row, next.mark, now);
      changed += 1;
    }
    return ok({ changed });
  });
}
