/** Finds a single slip of the fingers between two words. */

/**
 * Where `given` differs from `meant` by exactly one letter added, left out, changed or swapped with its neighbour
 * (Damerau–Levenshtein distance 1), as an index into `meant`; null for equal words and for more slips.
 */
export function findOneEdit(given: string, meant: string): number | null {
  if (given === meant || Math.abs(given.length - meant.length) > 1) return null;
  const shorter = Math.min(given.length, meant.length);
  let start = 0;
  while (start < shorter && given[start] === meant[start]) start += 1;
  let end = 0;
  while (end < shorter - start && given.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const left = given.slice(start, given.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length <= 1 && right.length <= 1) return start;
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap ? start : null;
}
