/** Decides the forms of English words that follow from a number. */

/** "1 step", "3 steps"; `many` where it is not the noun with an s. */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : many}`;

/** "A 7×7", "An 8×8", "an 11×11": the article, as it is given, with the number before which it stands. */
export const article = (as: "A" | "a", number: string | number): string =>
  `${as}${/^(8\d*|1[18])(?!\d)/.test(String(number)) ? "n" : ""} ${number}`;
