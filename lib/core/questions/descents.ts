/** What the families about optimizers share: programs of one rule, wrong numbers, and how their numbers are written. */
import type { DescentProgram, Hyper, Rule, Surface } from "../compute/descent-program";
import type { Text } from "../text";
import type { Truth } from "./answer-form";
import type { Mistake } from "./family";

const unused: Hyper = { lr: 0, momentum: 0, alpha: 0, rho: 0, beta1: 0, beta2: 0, eps: 0 };

/** A rule that follows the given gradients of one weight, one a step. */
export const follow = (
  rule: Rule,
  hyper: Partial<Hyper>,
  gradients: number[],
  start = 0,
): DescentProgram => ({
  kind: "descent",
  rule,
  hyper: { ...unused, ...hyper },
  follows: { gradients },
  start: [start],
  steps: gradients.length,
});

/** A rule that descends a surface for so many steps. */
export const descendOn = (
  rule: Rule,
  hyper: Partial<Hyper>,
  surface: Surface,
  start: number[],
  steps: number,
): DescentProgram => ({
  kind: "descent",
  rule,
  hyper: { ...unused, ...hyper },
  follows: { surface },
  start,
  steps,
});

/** A number as it is written in a question or a working: at most so many significant digits, a true minus sign. */
export function shown(value: number, digits = 6): string {
  const rounded = Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const isPlain = rounded === 0 || (size >= 1e-6 && size < 1e7);
  const text = isPlain ? String(rounded) : rounded.toExponential().replace("e+", "e");
  return text.replaceAll("-", "−");
}
/** As `shown`, in brackets where a sign would meet another ("2 × (−1)"). */
export const inTerm = (value: number): string => (value < 0 ? `(${shown(value)})` : shown(value));

/** "1 + 8 = 9", and just "9" where there was nothing to work out. */
export const equation = (work: string, result: string): string =>
  work === result ? work : `${work} = ${result}`;

const digitsOf = (step: number, signs: string): string =>
  String(step)
    .split("")
    .map((digit) => signs[Number(digit)] ?? digit)
    .join("");
/** Digits written below the line: the 3 of v₃. */
export const sub = (step: number): string => digitsOf(step, "₀₁₂₃₄₅₆₇₈₉");
/** A power as it is written above the line: the ³ of β³; nothing for the first. */
export const raised = (step: number): string => (step === 1 ? "" : digitsOf(step, "⁰¹²³⁴⁵⁶⁷⁸⁹"));

/** What a wrong rule makes of the numbers, with its working; null where it does not apply. */
export type Wrong = { value: number; work: string } | null;

/** A wrong rule about a real number; `decimals` places are asked for. */
export const numberSlip = <Params>(
  decimals: number | ((params: Params) => number),
  slip: string,
  name: Text,
  wrong: (params: Params) => Wrong,
  say: (params: Params) => Text,
): Mistake<Params> => ({
  slip,
  name,
  gives(params) {
    const given = wrong(params);
    const places = typeof decimals === "number" ? decimals : decimals(params);
    return given && Number.isFinite(given.value) ? numberTruth(given.value, places) : null;
  },
  work: (params) => wrong(params)?.work ?? "",
  say,
});

export const numberTruth = (value: number, decimals: number): Truth => ({ kind: "number", value, decimals });

/** What is left of a series when each step keeps `kept` of the sum so far and adds `fresh` of the new value. */
export const gathered = (values: readonly number[], kept: number, fresh: number): number =>
  values.reduce((sum, value) => kept * sum + fresh * value, 0);
export const squares = (values: readonly number[]): number[] => values.map((value) => value ** 2);
