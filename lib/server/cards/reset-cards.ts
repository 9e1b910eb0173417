import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Result } from "@/lib/core/result";
import { keptByHand } from "@/lib/db/card-state";
import { freshState } from "../study/build-card";
import { changeStates } from "./change-states";
import type { CardsFailure } from "./find-own-cards";

/** Makes cards new again, as if never graded. The log keeps its rows, and a suspended card stays suspended. */
export const resetCards = (
  person: Person,
  cardIds: readonly CardId[],
  now: number,
): Promise<Result<{ changed: number }, CardsFailure>> =>
  changeStates(
    person,
    cardIds,
    (state, seq) =>
      state === null || state.phase === "new"
        ? null
        : {
            state: { ...freshState(), ...keptByHand(state), sinceSeq: seq },
            mark: { kind: "reset", seq, due: null },
          },
    now,
  );
