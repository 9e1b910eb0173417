import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { CardState } from "@/lib/db/card-state";
import { findState } from "@/lib/db/memories";
import { reviewsOfCard } from "@/lib/db/reviews";
import { theStore } from "../store";
import { freshState } from "./build-card";
import { levelOf } from "./variant";

/**
 * The state in which a card was shown at a revision, as far as its log tells: where none is known, that of the nearest
 * known ones when they ask the same. Null when it cannot be known.
 */
export async function shownState(
  person: Person,
  { cardId, revision }: { cardId: CardId; revision: number },
): Promise<CardState | null> {
  const { read } = theStore();
  const current = (await findState(read, person.id, cardId)) ?? freshState();
  const pairs = (await reviewsOfCard(read, person.id, cardId)).map(({ before, after }) => {
    const seen = before ?? freshState();
    return { seen, after, left: seen.revision + 1 };
  });
  const logged = pairs.flatMap(({ seen, after, left }) => (after.revision === left ? [seen, after] : []));
  // A review put into the log or decided again tells of another state than the one that it left when it was given.
  const untold = pairs.flatMap(({ seen, after, left }) =>
    // One that came late has no revision of its own.
    after.revision === left || seen.revision === 0 ? [] : [left],
  );
  const known = [freshState(), ...logged, current].sort((one, other) => one.revision - other.revision);
  const below = known.findLast((state) => state.revision <= revision);
  const above = known.find((state) => state.revision >= revision);
  if (!below || !above || !asksAlike(below, above)) return null;
  return untold.some((each) => below.revision < each && each < above.revision)
    ? null
    : { ...below, revision };
}

/** Whether the same is asked in both, were their revision the same. */
const asksAlike = (one: CardState, other: CardState): boolean =>
  one.phase === other.phase && one.separating === other.separating && levelOf(one) === levelOf(other);
