/**
 * What Check sends: an order as it is shown, though nothing was moved; null where nothing is answered yet. A part of the
 * pairs is not sent: only all of them can be right.
 */
import type { Exercise, Given } from "./exercise";

export function toCheck(exercise: Exercise, given: Given | null): Given | null {
  if (exercise.kind === "ordering" && given?.kind !== "ordering")
    return { kind: "ordering", order: exercise.items.map(({ id }) => id) };
  if (given?.kind !== exercise.kind) return null;
  if (given.kind === "typed" || given.kind === "list")
    return given.texts.some((text) => text.trim() !== "") ? given : null;
  if (given.kind === "matching" && exercise.kind === "matching")
    return exercise.terms.every(({ id }) => given.meanings[id] !== undefined) ? given : null;
  return given;
}
