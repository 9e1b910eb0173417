/**
 * The contract of a question family: one skill with fresh numbers at every review, one file each.
 * A family never imports another family, never touches TensorFlow.js and never sees what a learner typed.
 */
import type { Output, Program } from "../compute/program";
import type { Rng } from "../rng";
import type { Text } from "../text";
import type { AnswerForm, AnswerKind, TableRow, Truth } from "./answer-form";
import type { Figure } from "./figure";
import type { Scene } from "./scene";

export type Level = 1 | 2 | 3;

/** All that a learner may see before answering; the truth is not in scope where this is made. */
export interface Ask {
  prompt: Text;
  /** Definitions and constants that the answer depends on. */
  given: Text[];
  /** Images, kernels, tables and curves that the question is about. */
  figures: Figure[];
  answer: AnswerForm;
}

/** A named wrong rule: what it would compute, and what to tell the learner who used it. */
export interface Mistake<Params> {
  slip: string;
  /** Short name of the wrong rule, as a learner would admit it ("padding을 더하지 않았다"). */
  name: Text;
  /** What the wrong rule gives for these numbers; null where it does not apply. */
  gives(params: Params, truth: Truth): Truth | null;
  /** The wrong computation written out with this variant's numbers ("⌊(7 − 3) / 2⌋ + 1 = 3"); none for choices. */
  work?(params: Params): string;
  say(params: Params): Text;
}

/** What is shown after the answer, with this variant's own numbers. */
export interface Explanation {
  /** The right way in one to four steps. */
  steps: Text[];
  scene: Scene;
}

/** One number of a variant that may be turned once the answer is known, to see everything computed again. */
export interface Knob<Params> {
  id: string;
  label: Text;
  /** Values to choose from, ascending; those that make params illegal are passed over. */
  values(params: Params): number[];
  get(params: Params): number;
  set(params: Params, value: number): Params;
}

export interface Family<Params = unknown> {
  id: string;
  version: number;
  /** Name of the skill ("합성곱 출력 크기"). */
  title: Text;
  /** Ids of the default course's concepts that the skill belongs to, first the one it hangs on. */
  concepts: string[];
  /** The form most variants ask for; a sub-form may ask for another. */
  answer: AnswerKind;
  levels: Level[];
  /** Legal by construction. `separating` asks for numbers where that slip's value is no other slip's and not the truth. */
  draw(rng: Rng, level: Level, separating?: string): Params;
  /** Whether outside JSON is a variant of this family (any version it still renders). */
  legal(params: unknown): params is Params;
  ask(params: Params): Ask;
  solve(params: Params): Program;
  read(output: Output, params: Params): Truth;
  mistakes: Mistake<Params>[];
  /** What the picture sets beside the answer: run for the learner once the verdict is there, and never judged. */
  beside?(params: Params): Program;
  /** `besides` is what `beside` left; without it the picture does without. */
  explain(params: Params, output: Output, besides?: Output): Explanation;
  knobs: Knob<Params>[];
  /** For tables: the row that is right after the learner's own earlier rows; null where it cannot be computed. */
  carried?(params: Params, earlier: TableRow[]): TableRow | null;
}

export type Verdict = "unreadable" | "right" | "wrong";
export interface Checked {
  verdict: Verdict;
  /** Share of the mark, 0 to 1; 0 when unreadable. */
  credit: number;
  /** Slips whose value is the given answer; more than one when they collide. */
  slips: string[];
}
