/** Decides which card of the new notes is which card of the old ones, and what happened to each. */
import type { CardId, ConceptId } from "../../ids";
import { hasSameWords, likeness, pairsOf, plainText } from "./alike";
import { type KnownCard, type Place, placeOf } from "./known-card";
import { hasSameGround, type Item, isPart, itemsOf, matchItems } from "./match-items";

export interface Change {
  /** The identity that stays, or for an added card the one it gets. */
  id: CardId;
  from: Place[];
  to: Place[];
}

/** A card both moved and edited is in both lists; one that nothing happened to is in `kept`. */
export interface Differences {
  kept: Change[];
  edited: Change[];
  moved: Change[];
  split: Change[];
  merged: Change[];
  added: Change[];
  retired: Change[];
}

export interface CardMatch {
  /** New card → the stored card that it carries on. */
  previous: Map<CardId, KnownCard>;
  differences: Differences;
}

const sameFront = 0.5;

/** Matches cards by the lines they come from, then by rule and direction. Ties go by order, never by chance. */
export function matchCards(old: readonly KnownCard[], next: readonly KnownCard[]): CardMatch {
  const oldItems = itemsOf(old);
  const nextItems = itemsOf(next);
  const { pairs, conceptTwins } = matchItems(oldItems, nextItems);
  const previous = new Map<CardId, KnownCard>();
  for (const [one, other] of pairs) pairCards(one.cards, other.cards, previous);
  pairNames(old, next, conceptTwins, previous);
  return {
    previous,
    differences: differencesOf({ old, next, oldItems, nextItems, pairs, conceptTwins, previous }),
  };
}

/** `concept.rule.direction.words` or `concept.hand.name`, as finish-cards.ts makes ids. */
const directionOf = ({ id }: KnownCard): string => /\.(?:r\d+|hand)\.([^.]+)/.exec(id)?.[1] ?? "";
const kindOf = (card: KnownCard): string => `${card.rule} ${directionOf(card)}`;

function pairCards(
  old: readonly KnownCard[],
  next: readonly KnownCard[],
  previous: Map<CardId, KnownCard>,
): void {
  const waiting = new Set(old);
  const isFree = (card: KnownCard) => !previous.has(card.id);
  const pairBy = (isSame: (one: KnownCard, other: KnownCard) => boolean): void => {
    for (const card of next.filter(isFree)) {
      const twin = [...waiting].find((each) => isSame(each, card));
      if (!twin) continue;
      waiting.delete(twin);
      previous.set(card.id, twin);
    }
  };
  pairBy(
    (one, other) =>
      kindOf(one) === kindOf(other) &&
      hasSameWords(one.front, other.front) &&
      hasSameWords(one.back, other.back),
  );
  pairBy((one, other) => kindOf(one) === kindOf(other));
  pairBy((one, other) => hasSameWords(one.back, other.back));
  pairBy(
    (one, other) =>
      one.rule === other.rule &&
      likeness(pairsOf(plainText(one.front)), pairsOf(plainText(other.front))) >= sameFront,
  );
}

/** A renamed concept asks for its names as before: the answer changed, the card is the same. */
function pairNames(
  old: readonly KnownCard[],
  next: readonly KnownCard[],
  twins: ReadonlyMap<ConceptId, ConceptId>,
  previous: Map<CardId, KnownCard>,
): void {
  const used = new Set([...previous.values()].map(({ id }) => id));
  const names = new Map<string, KnownCard[]>();
  for (const card of old.filter(({ id, rule, isRetired }) => rule === "R3" && !isRetired && !used.has(id))) {
    const key = `${twins.get(card.concept)} ${directionOf(card)}`;
    names.set(key, [...(names.get(key) ?? []), card]);
  }
  for (const card of next.filter(({ id, rule }) => rule === "R3" && !previous.has(id))) {
    const twin = names.get(`${card.concept} ${directionOf(card)}`)?.shift();
    if (twin) previous.set(card.id, twin);
  }
}

interface Situation {
  old: readonly KnownCard[];
  next: readonly KnownCard[];
  oldItems: readonly Item[];
  nextItems: readonly Item[];
  pairs: ReadonlyMap<Item, Item>;
  conceptTwins: ReadonlyMap<ConceptId, ConceptId>;
  previous: ReadonlyMap<CardId, KnownCard>;
}

const placeOfItem = ({ cards: [first] }: Item): Place[] => (first ? [placeOf(first)] : []);

function differencesOf(situation: Situation): Differences {
  const { old, next, conceptTwins, previous } = situation;
  const made: Differences = {
    kept: [],
    edited: [],
    moved: [],
    split: [],
    merged: [],
    added: [],
    retired: [],
  };
  const used = new Set<CardId>();
  for (const card of next) {
    const twin = previous.get(card.id);
    if (!twin || twin.isRetired) {
      made.added.push({ id: twin?.id ?? card.id, from: [], to: [placeOf(card)] });
      if (twin) used.add(twin.id);
      continue;
    }
    used.add(twin.id);
    const change = { id: twin.id, from: [placeOf(twin)], to: [placeOf(card)] };
    const isMoved =
      twin.file !== card.file || (conceptTwins.get(twin.concept) ?? twin.concept) !== card.concept;
    const isEdited = !hasSameGround(twin, card) || !hasSameWords(twin.back, card.back);
    if (isMoved) made.moved.push(change);
    if (isEdited) made.edited.push(change);
    if (!isMoved && !isEdited) made.kept.push(change);
  }
  for (const card of old)
    if (!card.isRetired && !used.has(card.id))
      made.retired.push({ id: card.id, from: [placeOf(card)], to: [] });
  return { ...made, ...partsOf(situation) };
}

/** An unmatched piece beside a matched item of the same concept: the item was cut in two, or two became one. */
function partsOf({ oldItems, nextItems, pairs }: Situation): Pick<Differences, "split" | "merged"> {
  const matched = new Set(pairs.values());
  const strangers = groupBy(nextItems.filter((item) => !matched.has(item)));
  const orphans = groupBy(oldItems.filter((item) => !pairs.has(item)));
  const split: Change[] = [];
  const merged: Change[] = [];
  for (const [one, other] of pairs) {
    if (one.text === other.text) continue;
    const pieces = (strangers.get(other.concept) ?? []).filter((piece) => isPart(piece, one));
    const parts = (orphans.get(one.concept) ?? []).filter((part) => isPart(part, other));
    const [card] = one.cards;
    if (!card) continue;
    if (pieces.length > 0)
      split.push({ id: card.id, from: placeOfItem(one), to: [other, ...pieces].flatMap(placeOfItem) });
    if (parts.length > 0)
      merged.push({ id: card.id, from: [one, ...parts].flatMap(placeOfItem), to: placeOfItem(other) });
  }
  return { split, merged };
}

function groupBy(items: readonly Item[]): Map<ConceptId, Item[]> {
  const groups = new Map<ConceptId, Item[]>();
  for (const item of items) groups.set(item.concept, [...(groups.get(item.concept) ?? []), item]);
  return groups;
}
