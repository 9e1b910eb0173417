import type { Mix } from "./study-rules";

/** Puts the second list before, after or at even distances in the first; `done` of each was taken earlier today. */
export function merge<First, Second>(
  mix: Mix,
  first: readonly First[],
  second: readonly Second[],
  done: [first: number, second: number],
): (First | Second)[] {
  if (mix === "before") return [...second, ...first];
  return mix === "after" ? [...first, ...second] : spread(first, second, done);
}

/**
 * Merges two lists, each in its order, the second at even distances in the first over the whole day: what was `done`
 * of each counts as taken, so that answering a card leaves the rest where it was.
 */
export function spread<First, Second>(
  first: readonly First[],
  second: readonly Second[],
  [doneFirst, doneSecond]: [number, number],
): (First | Second)[] {
  const wholeSecond = doneSecond + second.length;
  const whole = doneFirst + first.length + wholeSecond;
  const merged: (First | Second)[] = [];
  let taken = 0;
  for (let place = 0; place < first.length + second.length; place += 1) {
    const wanted = Math.floor(((doneFirst + doneSecond + place + 1) * wholeSecond) / whole) - doneSecond;
    const isSecond = taken < wanted || place - taken >= first.length;
    merged.push((isSecond ? second[taken] : first[place - taken]) as First | Second);
    if (isSecond) taken += 1;
  }
  return merged;
}
