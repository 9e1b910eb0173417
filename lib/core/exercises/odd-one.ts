/** R4: "which of these does not belong?" The options stand below the question, each after its mark. */
import { createRng } from "../rng";
import type { CardWords, Prepared } from "./exercise";
import { letterOptions } from "./letter-options";

export const optionMark = "\n· ";
const fewest = 3;

/** The question without its options; any other front as it is. */
export const questionOf = (front: string): string => front.split(optionMark)[0] ?? front;

export function makeOddOne({ rule, front, back }: CardWords, seed: number): Prepared | null {
  const [, ...texts] = front.split(optionMark);
  if (rule !== "R4" || texts.length < fewest || !texts.includes(back)) return null;
  const options = letterOptions(createRng(seed).shuffle(texts));
  const id = options.find(({ text }) => text === back)?.id ?? "";
  return { exercise: { kind: "choice", options }, truth: { kind: "choice", id, feedback: {} } };
}
