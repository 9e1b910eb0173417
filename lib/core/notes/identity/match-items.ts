/**
 * Finds which lines of the new notes are which lines of the old ones: the same words first, then the most alike. Every
 * line is compared with the few that share its rarest pairs of letters, so the work grows about as n log n.
 */
import type { ConceptId } from "../../ids";
import { containment, likeness, pairsOf, plainText } from "./alike";
import type { KnownCard } from "./known-card";

/** Lines that cards were made from, with those cards. */
export interface Item {
  place: number;
  concept: ConceptId;
  text: string;
  pairs: ReadonlySet<string>;
  /** A list of other items: its words are those of the answer, since its lines hold more than is asked. */
  isWide: boolean;
  cards: KnownCard[];
}

export interface ItemMatch {
  /** Old item → new item. */
  pairs: Map<Item, Item>;
  /** The new name of each old concept, where its lines went. */
  conceptTwins: Map<ConceptId, ConceptId>;
}

const wideFrom = 2;
const alikeAtLeast = 0.55;
const partAtLeast = 0.85;
const rarePairs = 12;
const mostCandidates = 40;

export const isWide = ({ lines: [from, to] }: KnownCard): boolean => to - from >= wideFrom;

/** What a card was made from, in plain words. */
export const groundOf = (card: KnownCard): string => plainText(isWide(card) ? card.back : card.source);

/** The items of a version of the notes, in the order of its cards. */
export function itemsOf(cards: readonly KnownCard[]): Item[] {
  const items = new Map<string, Item>();
  for (const card of cards) {
    const key = `${card.isRetired || isWide(card) ? card.id : ""}|${card.file}|${card.lines.join("-")}`;
    const known = items.get(key);
    if (known) known.cards.push(card);
    else {
      const text = groundOf(card);
      const { concept } = card;
      items.set(key, {
        place: items.size,
        concept,
        text,
        pairs: pairsOf(text),
        isWide: isWide(card),
        cards: [card],
      });
    }
  }
  return [...items.values()];
}

export function matchItems(old: readonly Item[], next: readonly Item[]): ItemMatch {
  const pairs = new Map<Item, Item>();
  const taken = new Set<Item>();
  const take = (one: Item, other: Item): void => {
    pairs.set(one, other);
    taken.add(other);
  };
  matchEqual(old, next, take);
  const conceptTwins = twinsOf(pairs);
  const open = next.filter((item) => !taken.has(item));
  const byPair = indexOf(open);
  const found = old
    .filter((item) => !pairs.has(item))
    .flatMap((item) =>
      candidatesOf(item, byPair).flatMap((other) => {
        const score = scoreOf(item, other, conceptTwins);
        return score === 0 ? [] : [{ item, other, score }];
      }),
    )
    .sort((a, b) => b.score - a.score || a.item.place - b.item.place || a.other.place - b.other.place);
  for (const { item, other } of found) if (!pairs.has(item) && !taken.has(other)) take(item, other);
  return { pairs, conceptTwins: twinsOf(pairs) };
}

/** The same words: under the same concept first, then in the order in which they stand; living cards before retired ones. */
function matchEqual(
  old: readonly Item[],
  next: readonly Item[],
  take: (one: Item, other: Item) => void,
): void {
  const byText = new Map<string, { old: Item[]; next: Item[] }>();
  const under = (text: string) => byText.get(text) ?? byText.set(text, { old: [], next: [] }).get(text);
  for (const item of old) under(item.text)?.old.push(item);
  for (const item of next) under(item.text)?.next.push(item);
  for (const group of byText.values()) {
    const waiting = [...group.old].sort((a, b) => Number(isGone(a)) - Number(isGone(b)) || a.place - b.place);
    const free = new Set(group.next);
    for (const isSameConcept of [true, false])
      for (const item of waiting.splice(0)) {
        const other = [...free].find((each) => !isSameConcept || each.concept === item.concept);
        if (!other) waiting.push(item);
        else {
          free.delete(other);
          take(item, other);
        }
      }
  }
}

const isGone = (item: Item): boolean => item.cards.every(({ isRetired }) => isRetired);

/** Each old concept's new one: where most of its lines are now. */
function twinsOf(pairs: ReadonlyMap<Item, Item>): Map<ConceptId, ConceptId> {
  const votes = new Map<ConceptId, Map<ConceptId, number>>();
  for (const [one, other] of pairs) {
    const counted = votes.get(one.concept) ?? new Map<ConceptId, number>();
    votes.set(one.concept, counted.set(other.concept, (counted.get(other.concept) ?? 0) + 1));
  }
  const winner = (counted: Map<ConceptId, number>) =>
    [...counted].reduce((best, each) => (each[1] > best[1] ? each : best));
  return new Map([...votes].map(([concept, counted]) => [concept, winner(counted)[0]]));
}

function indexOf(items: readonly Item[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items)
    for (const pair of item.pairs) {
      const known = index.get(pair);
      if (known) known.push(item);
      else index.set(pair, [item]);
    }
  return index;
}

/** The new items that share the rarest pairs of letters, those that share most of them first. */
function candidatesOf(item: Item, byPair: ReadonlyMap<string, Item[]>): Item[] {
  const rare = [...item.pairs]
    .flatMap((pair) => {
      const holders = byPair.get(pair);
      return holders ? [holders] : [];
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, rarePairs);
  const counts = new Map<Item, number>();
  for (const holders of rare)
    for (const other of holders.slice(0, mostCandidates)) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].place - b[0].place)
    .slice(0, mostCandidates)
    .map(([other]) => other);
}

/** 0 when a person would not call them the same. A part counts only under the same concept. */
function scoreOf(item: Item, other: Item, twins: ReadonlyMap<ConceptId, ConceptId>): number {
  const isSameConcept = (twins.get(item.concept) ?? item.concept) === other.concept;
  const alike = likeness(item.pairs, other.pairs);
  if (alike >= alikeAtLeast) return alike + (isSameConcept ? 1 : 0);
  return isSameConcept && isPart(item, other) ? alike : 0;
}

/** Whether one is a piece of the other: an item that was split or merged. */
export function isPart(one: Item, other: Item): boolean {
  if (one.isWide || other.isWide || Math.min(one.pairs.size, other.pairs.size) < 6) return false;
  return (
    containment(one.pairs, other.pairs) >= partAtLeast || containment(other.pairs, one.pairs) >= partAtLeast
  );
}
