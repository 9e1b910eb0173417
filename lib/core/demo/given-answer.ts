/** What a made-up learner types into a computed question: the truth, or what one of its named wrong rules gives. */
import type { Truth } from "../questions/answer-form";
import { writeAnswer } from "../questions/answer-values";
import { checkAnswer, wrongValues } from "../questions/check";
import type { AnyFamily } from "../questions/registry";
import type { Rng } from "../rng";

/** A wrong rule that somebody holds on to, until they have been shown it often enough. */
const held = 0.65;
const healing = 0.6;
/** Share of wrong answers that follow no rule. */
const careless = 0.15;
/** Most misconceptions are one of the first that a family names. */
const usualSlips = 3;

/** The wrong rule of a family that this learner believes in. */
export function favouriteSlip(rng: Rng, { mistakes }: Pick<AnyFamily, "mistakes">): string | null {
  if (mistakes.length === 0) return null;
  return mistakes[rng.int(0, Math.min(usualSlips, mistakes.length) - 1)]?.slip ?? null;
}

export interface Question {
  family: AnyFamily;
  params: unknown;
  truth: Truth;
}

/** The right answer as somebody would type it: with as many decimals as are asked for. */
export function rightAnswer({ family, params, truth }: Question): string {
  const short = writeAnswer(rounded(truth));
  return checkAnswer(family, params, truth, short).verdict === "right" ? short : writeAnswer(truth);
}

/** A wrong answer and the rule that gave it: null for a plain miscalculation. */
export interface WrongAnswer {
  given: string;
  slip: string | null;
}

/**
 * How somebody gets a question wrong; null where nothing wrong can be typed. `madeBefore` counts how often the learner
 * has followed the favourite.
 */
export function wrongAnswer(
  rng: Rng,
  question: Question,
  favourite: string | null,
  madeBefore: number,
): WrongAnswer | null {
  const { family, params, truth } = question;
  const isCareless = rng.real() < careless;
  const holds = rng.real() < held * healing ** madeBefore;
  const values = rng.shuffle(wrongValues(family, params, truth));
  const first = holds ? values.filter(({ mistake }) => mistake.slip === favourite) : [];
  const off = isCareless ? miscalculated(rng, truth) : null;
  const tries = [
    ...(off ? [{ value: off, slip: null }] : []),
    ...[...first, ...values].map(({ mistake, value }) => ({ value, slip: mistake.slip })),
  ];
  for (const { value, slip } of tries) {
    for (const given of [writeAnswer(rounded(value)), writeAnswer(value)]) {
      const { verdict, slips } = checkAnswer(family, params, truth, given);
      if (verdict === "wrong" && (slip === null || slips.includes(slip))) return { given, slip };
    }
  }
  return null;
}

/** A number that is nearly right; other answers are not miscalculated. */
function miscalculated(rng: Rng, truth: Truth): Truth | null {
  if (truth.kind === "integer") return { ...truth, value: truth.value + rng.pick([-1, 1, 2, 10]) };
  if (truth.kind === "number") return { ...truth, value: truth.value * rng.pick([0.9, 1.1, 10]) };
  return null;
}

function rounded(truth: Truth): Truth {
  const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
  if (truth.kind === "number") return { ...truth, value: round(truth.value, truth.decimals) };
  if (truth.kind === "grid")
    return { ...truth, rows: truth.rows.map((row) => row.map((value) => round(value, truth.decimals))) };
  if (truth.kind !== "integer" || Number.isInteger(truth.value)) return truth;
  // A wrong rule may give a fraction where a count is asked: nobody types all of its digits.
  return { ...truth, value: Number(truth.value.toPrecision(4)) };
}
