/**
 * The contract of a question family: one skill with fresh numbers at every review, one file each.
 * A family never imports another family, never touches an engine and never sees what a learner typed.
 */
import type { Output, Program } from "../compute/program";
import type { Rng } from "../rng";
import type { Text } from "../text";
import type { Scene } from "./scene";

export type Level = 1 | 2 | 3;
export type AnswerKind = "integer" | "number" | "shape" | "grid" | "cells" | "table" | "choice" | "choices";

/** What may be typed or chosen. Axis names label the fields of a shape ("output height"). */
export type AnswerForm =
  | { kind: "shape"; axes: Text[] }
  | { kind: "choices"; options: { id: string; text: Text }[] };

/** A shape as its sizes; choices as ids in the order of the options. */
export type Truth = { kind: "shape"; sizes: number[] } | { kind: "choices"; ids: string[] };

/** All that a learner may see before answering; the truth is not in scope where this is made. */
export interface Ask {
  /** Name of the skill ("합성곱 출력 크기"). */
  title: Text;
  prompt: Text;
  /** Definitions and constants that the answer depends on. */
  given: Text[];
  answer: AnswerForm;
}

/** A named wrong rule: what it would compute, and what to tell the learner who used it. */
export interface Mistake<Params> {
  slip: string;
  /** Short name of the wrong rule, as a learner would admit it ("padding을 더하지 않았다"). */
  name: Text;
  /** What the wrong rule gives for these numbers; null where it does not apply. */
  gives(params: Params, truth: Truth): Truth | null;
  /** The wrong computation written out with this variant's numbers ("⌊(7 − 3) / 2⌋ + 1 = 3"). */
  work(params: Params): string;
  say(params: Params): Text;
}

export interface Family<Params = unknown> {
  id: string;
  version: number;
  /** Ids of the default course's concepts that the skill belongs to, first the one it hangs on. */
  concepts: string[];
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
  explain(params: Params, output: Output): Scene;
}

export type Verdict = "unreadable" | "right" | "wrong";
export interface Checked {
  verdict: Verdict;
  /** Share of the mark, 0 to 1; 0 when unreadable. */
  credit: number;
  /** Slips whose value is the given answer; more than one when they collide. */
  slips: string[];
}
