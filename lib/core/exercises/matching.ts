/** Pairs of terms and meanings: which sibling concepts can be paired in exactly one way, and the card that asks it. */
import type { ConceptId } from "../ids";
import { shownName } from "../notes/names";
import { createRng } from "../rng";
import type { Locale } from "../text";
import { withoutBracket } from "./alternatives";
import { meaningOf } from "./definitions";
import type { CardWords, Prepared } from "./exercise";
import { letterOptions } from "./letter-options";
import type { CourseConcept, Neighbours } from "./neighbours";

const fewestPairs = 3;
/** More pairs than this are never asked at once. */
const pairsAtOnce = 5;
/** Nobody is asked to know more than this of one card; further siblings are left to their own cards. */
const mostPairs = 12;
/** Siblings looked at for one set, and cards of a course beyond which no sets are made: every pair is compared. */
const mostSiblings = 24;
const mostCards = 3000;

export interface MatchingSet {
  /** Made of the parent's id alone, so that it stays while terms come and go. */
  id: string;
  concept: ConceptId;
  members: ConceptId[];
}

/** One set for each concept with at least three children that have a meaning and cannot be taken for one another. */
export function proposeMatchingSets(neighbours: Neighbours): MatchingSet[] {
  const { concepts, cards, isKind, mayShare } = neighbours;
  if (cards.length > mostCards) return [];
  const families = new Map<ConceptId, CourseConcept[]>();
  for (const concept of concepts)
    if (concept.parent) families.set(concept.parent, [...(families.get(concept.parent) ?? []), concept]);
  return concepts.flatMap(({ id }) =>
    [false, true].flatMap((areKinds): MatchingSet[] => {
      const children = (families.get(id) ?? []).filter((child) => isKind(child.id) === areKinds);
      const explained = children.slice(0, mostSiblings).filter((child) => pairOf(child.id, neighbours));
      if (explained.length < fewestPairs) return [];
      const members: ConceptId[] = [];
      for (const child of explained)
        if (!members.some((member) => mayShare(member, child.id))) members.push(child.id);
      const name = `${id}.${areKinds ? "kinds" : "parts"}`;
      return members.length < fewestPairs
        ? []
        : [{ id: name, concept: id, members: members.slice(0, mostPairs) }];
    }),
  );
}

interface Pair {
  term: string;
  meaning: string;
}
const between = ": ";

/** Null where the notes have no meaning for it, or its words would not stand in one line of a card. */
function pairOf(id: ConceptId, neighbours: Neighbours): Pair | null {
  const concept = neighbours.conceptOf(id);
  const meaning = meaningOf(id, neighbours);
  if (!concept || meaning === null || meaning.includes("\n")) return null;
  const term = withoutBracket(shownName(concept.names, neighbours.locale));
  return term === "" || term.includes(between) ? null : { term, meaning };
}

const fronts: Record<Locale, (name: string) => string> = {
  ko: (name) => `‘${name}’에서 나온 용어를 그 뜻과 이어 보세요.`,
  en: (name) => `Match the terms of “${name}” with their meanings.`,
};

/** The set as a card: the back has one line for each pair. Null in a language that explains fewer than three of them. */
export function writeMatching(
  { concept, members }: MatchingSet,
  neighbours: Neighbours,
): Pick<CardWords, "front" | "back"> | null {
  const parent = neighbours.conceptOf(concept);
  const pairs = members.flatMap((member) => pairOf(member, neighbours) ?? []);
  if (!parent || pairs.length < fewestPairs) return null;
  const front = fronts[neighbours.locale](withoutBracket(shownName(parent.names, neighbours.locale)));
  return { front, back: pairs.map(({ term, meaning }) => term + between + meaning).join("\n") };
}

function readPairs(back: string): Pair[] {
  return back.split("\n").flatMap((line) => {
    const at = line.indexOf(between);
    return at < 1 ? [] : [{ term: line.slice(0, at), meaning: line.slice(at + between.length).trim() }];
  });
}

/**
 * At most five pairs of a `match` card, drawn and shuffled by the seed; both sides have ids of their own. Null for any
 * other card, and where the words that a person wrote over it are no pairs any more or have one twice.
 */
export function makeMatching({ rule, back }: CardWords, seed: number): Prepared | null {
  if (rule !== "match") return null;
  const all = readPairs(back);
  const areApart = (texts: string[]) => new Set(texts).size === back.split("\n").length;
  if (all.length < fewestPairs) return null;
  if (!areApart(all.map(({ term }) => term)) || !areApart(all.map(({ meaning }) => meaning))) return null;
  const rng = createRng(seed);
  const pairs = rng.shuffle(all).slice(0, pairsAtOnce);
  const terms = letterOptions(pairs.map(({ term }) => term));
  const shuffled = rng.shuffle(pairs);
  const meanings = letterOptions(shuffled.map(({ meaning }) => meaning));
  const truth = Object.fromEntries(
    pairs.map((pair, at) => [terms[at]?.id, meanings[shuffled.indexOf(pair)]?.id]),
  );
  return { exercise: { kind: "matching", terms, meanings }, truth: { kind: "matching", meanings: truth } };
}
