import type { Mastery } from "@/lib/core/study/mastery";
import type { Sorting } from "./address";

type Sortable = Mastery & { name: string };

/** What needs work comes first: low mastery, low recall, soon due, many cards seen. What was never seen comes last. */
const figureOf: Record<Exclude<Sorting, "name">, (concept: Sortable) => number> = {
  mastery: ({ mastery, seen }) => (seen === 0 ? 2 : mastery),
  recall: ({ recall }) => recall ?? 2,
  cards: ({ seen, cards }) => -(seen + cards / 1_000),
  next: ({ nextAt }) => nextAt ?? Number.MAX_SAFE_INTEGER,
};

/** The concepts in a wished order; null keeps that of the notes, which also decides between equals. */
export function sortConcepts<Concept extends Sortable>(
  concepts: readonly Concept[],
  sort: Sorting | null,
): Concept[] {
  if (sort === null) return [...concepts];
  if (sort === "name") return [...concepts].sort((a, b) => a.name.localeCompare(b.name));
  const figure = figureOf[sort];
  return [...concepts].sort((a, b) => figure(a) - figure(b));
}
