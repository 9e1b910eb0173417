/** What happened to the cards that are known by their own name and never by the lines they come from. */

import { hasSameWords } from "./alike";
import { type KnownCard, placeOf } from "./known-card";
import type { Change, Differences } from "./match-cards";

/** Differences of the matching cards. One that is retired may return; its terms may come and go. */
export function matchSets(
  old: readonly KnownCard[],
  next: readonly KnownCard[],
): Pick<Differences, "kept" | "edited" | "added" | "retired"> {
  const stored = new Map(old.filter(({ isRetired }) => !isRetired).map((card) => [card.id, card]));
  const made: ReturnType<typeof matchSets> = { kept: [], edited: [], added: [], retired: [] };
  for (const card of next) {
    const twin = stored.get(card.id);
    stored.delete(card.id);
    const change: Change = { id: card.id, from: twin ? [placeOf(twin)] : [], to: [placeOf(card)] };
    const isSame = twin && hasSameWords(twin.front, card.front) && hasSameWords(twin.back, card.back);
    made[twin ? (isSame ? "kept" : "edited") : "added"].push(change);
  }
  for (const card of stored.values()) made.retired.push({ id: card.id, from: [placeOf(card)], to: [] });
  return made;
}
