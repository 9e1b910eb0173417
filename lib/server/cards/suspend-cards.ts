import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Result } from "@/lib/core/result";
import { freshState } from "../study/build-card";
import { changeStates } from "./change-states";
import type { CardsFailure } from "./find-own-cards";

/** Keeps cards out of every queue, or lets them in again; what is remembered of them stays. */
export const suspendCards = (
  person: Person,
  cardIds: readonly CardId[],
  isSuspended: boolean,
  now: number,
): Promise<Result<{ changed: number }, CardsFailure>> =>
  changeStates(
    person,
    cardIds,
    (state) => {
      const before = state ?? freshState();
      if ((before.suspendedAt !== null) === isSuspended) return null;
      return { state: { ...before, suspendedAt: isSuspended ? now : null } };
    },
    now,
  );
