/** Proposes sets of sibling concepts whose terms and meanings can be paired in exactly one way. */
import type { ConceptId } from "../ids";
import { shownName } from "../notes/names";
import { createRng } from "../rng";
import { withoutBracket } from "./alternatives";
import { meaningOf } from "./definitions";
import type { Prepared } from "./exercise";
import { letterOptions } from "./letter-options";
import type { Neighbours } from "./neighbours";

const fewestPairs = 3;
const mostPairs = 5;

export interface MatchingSet {
  /** Made of the parent's id alone, so that it stays while terms come and go. */
  id: string;
  concept: ConceptId;
  members: ConceptId[];
}

/** One set for each concept with at least three children that have a meaning and cannot be taken for one another. */
export function proposeMatchingSets(neighbours: Neighbours): MatchingSet[] {
  const { concepts, isKind, mayShare } = neighbours;
  return concepts.flatMap(({ id }) =>
    [false, true].flatMap((areKinds): MatchingSet[] => {
      const members: ConceptId[] = [];
      for (const child of concepts) {
        if (child.parent !== id || isKind(child.id) !== areKinds) continue;
        if (members.some((member) => mayShare(member, child.id))) continue;
        if (meaningOf(child.id, neighbours) !== null) members.push(child.id);
      }
      const name = `${id}.matching.${areKinds ? "kinds" : "parts"}`;
      return members.length < fewestPairs ? [] : [{ id: name, concept: id, members }];
    }),
  );
}

/** At most five pairs, drawn and shuffled by the seed; both sides have ids of their own. */
export function makeMatching(set: MatchingSet, neighbours: Neighbours, seed: number): Prepared {
  const rng = createRng(seed);
  const pairs = rng
    .shuffle(set.members)
    .slice(0, mostPairs)
    .flatMap((member) => {
      const concept = neighbours.conceptOf(member);
      const meaning = meaningOf(member, neighbours);
      return concept && meaning !== null
        ? [{ term: withoutBracket(shownName(concept.names, neighbours.locale)), meaning }]
        : [];
    });
  const terms = letterOptions(pairs.map(({ term }) => term));
  const shuffled = rng.shuffle(pairs);
  const meanings = letterOptions(shuffled.map(({ meaning }) => meaning));
  const truth = Object.fromEntries(
    pairs.map((pair, at) => [terms[at]?.id, meanings[shuffled.indexOf(pair)]?.id]),
  );
  return { exercise: { kind: "matching", terms, meanings }, truth: { kind: "matching", meanings: truth } };
}
