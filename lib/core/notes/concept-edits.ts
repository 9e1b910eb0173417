/** What a person made of the concept tree by hand: other names, another parent. It stays through every import. */
import type { ConceptId } from "../ids";
import type { Concept, Link } from "./course";

export interface ConceptEdit {
  names?: Concept["names"];
  /** Null makes it a concept of the first rank. */
  parent?: ConceptId | null;
}
export type ConceptEdits = Readonly<Record<string, ConceptEdit>>;

/** Whether `concept` would stand above itself below this parent. */
export function isCircle(
  concepts: readonly Concept[],
  concept: ConceptId,
  parent: ConceptId | null,
): boolean {
  const parentOf = new Map(concepts.map((each) => [each.id, each.parent]));
  for (let at = parent, steps = 0; at !== null && steps <= concepts.length; steps += 1) {
    if (at === concept) return true;
    at = parentOf.get(at) ?? null;
  }
  return false;
}

/**
 * The tree of the notes with the hand's changes. A parent that the notes no longer have, or that would close a circle,
 * is left to the notes.
 */
export function editConcepts(
  { concepts, links }: { concepts: readonly Concept[]; links: readonly Link[] },
  edits: ConceptEdits,
): { concepts: Concept[]; links: Link[] } {
  let tree = concepts.map((concept) => ({ ...concept, names: edits[concept.id]?.names ?? concept.names }));
  let joined = [...links];
  for (const { id, file, lines } of concepts) {
    const parent = edits[id]?.parent;
    const isKnown = parent === null || tree.some((each) => each.id === parent);
    if (parent === undefined || !isKnown || isCircle(tree, id, parent)) continue;
    tree = tree.map((each) => (each.id === id ? { ...each, parent } : each));
    joined = joined.filter(({ from, kind }) => from !== id || (kind !== "part-of" && kind !== "kind-of"));
    if (parent !== null) joined.push({ from: id, to: parent, kind: "part-of", file, line: lines[0] });
  }
  return { concepts: tree, links: joined };
}
