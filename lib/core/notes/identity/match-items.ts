/**
 * Finds which lines of the new notes are which lines of the old ones: the same words first, then the most alike. Every
 * line is compared with the few that share its rarest runs of letters and with those that stand where it stood, so the work
 * grows about as n log n.
 */
import type { ConceptId } from "../../ids";
import { containment, hasSameWords, likeness, pairsOf, plainText } from "./alike";
import type { KnownCard } from "./known-card";

/** Lines that cards were made from, with those cards. */
export interface Item {
  place: number;
  concept: ConceptId;
  text: string;
  /** Made when first asked for: most lines stand unchanged and need none. */
  readonly pairs: ReadonlySet<string>;
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
const runLength = 5;
const rareRuns = 8;
const mostCandidates = 12;
/** Each round finds the neighbours of what the one before has found. */
const rounds = 3;

export const isWide = ({ lines: [from, to] }: KnownCard): boolean => to - from >= wideFrom;

/** What a card was made from, as it stands. */
const groundOf = (card: KnownCard): string => (isWide(card) ? card.back : card.source);

/** Whether two cards were made from the same words. */
export const hasSameGround = (one: KnownCard, other: KnownCard): boolean =>
  hasSameWords(groundOf(one), groundOf(other));

/** The items of a version of the notes, in the order of its cards. */
export function itemsOf(cards: readonly KnownCard[]): Item[] {
  const items = new Map<string, Item>();
  for (const card of cards) {
    // Cards of one list go together: what is not in it changes with the notes around it.
    const own = card.isRetired ? card.id : isWide(card) ? `${card.concept} ${card.rule}` : "";
    const key = `${own}|${card.file}|${card.lines.join("-")}`;
    const known = items.get(key);
    if (known) known.cards.push(card);
    else {
      const text = plainText(groundOf(card));
      const { concept } = card;
      let pairs: ReadonlySet<string> | undefined;
      items.set(key, {
        place: items.size,
        concept,
        text,
        get pairs() {
          pairs ??= pairsOf(text);
          return pairs;
        },
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
  const byRun = indexOf(next.filter((item) => !taken.has(item)));
  for (let round = 0; round < rounds; round += 1) {
    const twins = twinsOf(pairs);
    const found = old
      .filter((item) => !pairs.has(item))
      .flatMap((item) => {
        const near = neighboursOf(item, old, next, pairs);
        const alike = round === 0 ? candidatesOf(item, byRun) : [];
        return [...new Set([...near, ...alike])].flatMap((other) => {
          const score = taken.has(other) ? 0 : scoreOf(item, other, twins);
          return score === 0 ? [] : [{ item, other, score }];
        });
      })
      .sort((a, b) => b.score - a.score || a.item.place - b.item.place || a.other.place - b.other.place);
    if (found.length === 0) break;
    for (const { item, other } of found) if (!pairs.has(item) && !taken.has(other)) take(item, other);
  }
  return { pairs, conceptTwins: twinsOf(pairs) };
}

/** The new items after the one before it and before the one after it. */
function neighboursOf(
  { place }: Item,
  old: readonly Item[],
  next: readonly Item[],
  pairs: ReadonlyMap<Item, Item>,
): Item[] {
  const [before, after] = [old[place - 1], old[place + 1]].map((item) => item && pairs.get(item));
  return [before && next[before.place + 1], after && next[after.place - 1]].filter(
    (item) => item !== undefined,
  );
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
    const heirs = new Map<ConceptId, Item[]>();
    for (const item of group.next.toReversed()) {
      const known = heirs.get(item.concept);
      if (known) known.push(item);
      else heirs.set(item.concept, [item]);
    }
    const taken = new Set<Item>();
    const left = waiting.filter((item) => {
      const other = heirs.get(item.concept)?.pop();
      if (!other) return true;
      take(item, other);
      taken.add(other);
      return false;
    });
    const free = group.next.filter((item) => !taken.has(item));
    for (const [at, item] of left.entries()) {
      const other = free[at];
      if (other) take(item, other);
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

function runsOf({ text }: Item): string[] {
  const signs = text.replaceAll(" ", "");
  const runs = Array.from({ length: Math.max(1, signs.length - runLength + 1) }, (_, at) =>
    signs.slice(at, at + runLength),
  );
  return [...new Set(runs)];
}

function indexOf(items: readonly Item[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items)
    for (const run of runsOf(item)) {
      const known = index.get(run);
      if (known) known.push(item);
      else index.set(run, [item]);
    }
  return index;
}

/** The new items that share the rarest runs of letters, those that share most of them first. */
function candidatesOf(item: Item, byRun: ReadonlyMap<string, Item[]>): Item[] {
  const rare = runsOf(item)
    .flatMap((run) => {
      const holders = byRun.get(run);
      return holders ? [holders] : [];
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, rareRuns);
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
