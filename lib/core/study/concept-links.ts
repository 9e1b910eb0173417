/** Decides what the links of a course say to a learner: which concept to know before which, and which belong together. */
import type { ConceptId } from "../ids";
import type { Link } from "../notes/course";

/** `before` is worth knowing first. */
export interface Precedence {
  before: ConceptId;
  after: ConceptId;
}

/**
 * Each pair once, in the order of the links: a prerequisite comes before what needs it, and what is remedied before its
 * remedy. Disputed links say nothing.
 */
export function precedences(links: readonly Link[]): Precedence[] {
  const pairs = new Map<string, Precedence>();
  for (const { from, to, kind } of links) {
    if ((kind !== "prerequisite" && kind !== "remedies") || from === to) continue;
    const pair = kind === "prerequisite" ? { before: from, after: to } : { before: to, after: from };
    pairs.set(`${pair.before} ${pair.after}`, pair);
  }
  return [...pairs.values()];
}

/** The concepts that a concept is a part or a kind of, and those that are its parts or kinds, each once. */
export function sameGroup(links: readonly Link[], id: ConceptId): ConceptId[] {
  const near = links.flatMap(({ from, to, kind }) => {
    if ((kind !== "part-of" && kind !== "kind-of") || from === to) return [];
    return from === id ? [to] : to === id ? [from] : [];
  });
  return [...new Set(near)];
}
