/** Decides the verdict on an answer, and which named wrong rules would have given it. */
import { isSame, readAnswer } from "./answer";
import type { Checked, Family, Truth } from "./family";

export function checkAnswer<Params>(
  family: Family<Params>,
  params: Params,
  truth: Truth,
  text: string,
): Checked {
  const { answer } = family.ask(params);
  const given = readAnswer(answer, text);
  if (!given) return { verdict: "unreadable", credit: 0, slips: [] };
  if (isSame(given, truth)) return { verdict: "right", credit: 1, slips: [] };
  const slips = matchingSlips(family, params, truth, given);
  return {
    verdict: "wrong",
    credit: creditOf(given, truth, answer.kind === "choices" ? answer.options.length : 0),
    slips,
  };
}

/** Slips whose value differs from the truth: a mistake that happens to give the truth is no mistake here. */
export function wrongValues<Params>(family: Family<Params>, params: Params, truth: Truth) {
  return family.mistakes.flatMap((mistake) => {
    const value = mistake.gives(params, truth);
    return value && !isSame(value, truth) ? [{ mistake, value }] : [];
  });
}

/** A shape matches a slip as a whole; a choice matches every slip whose telling option was chosen or left out. */
function matchingSlips<Params>(family: Family<Params>, params: Params, truth: Truth, given: Truth): string[] {
  const wrong = wrongValues(family, params, truth);
  const same = wrong.filter(({ value }) => isSame(value, given));
  if (given.kind === "shape" || truth.kind === "shape") return same.map(({ mistake }) => mistake.slip);
  const changes = (ids: string[]) => [
    ...ids.filter((id) => !truth.ids.includes(id)).map((id) => `+${id}`),
    ...truth.ids.filter((id) => !ids.includes(id)).map((id) => `-${id}`),
  ];
  const made = changes(given.ids);
  return wrong
    .filter(
      ({ value }) => value.kind === "choices" && changes(value.ids).some((change) => made.includes(change)),
    )
    .map(({ mistake }) => mistake.slip);
}

/** Several choices: the share of options judged rightly, with as much taken off for each judged wrongly. */
function creditOf(given: Truth, truth: Truth, options: number): number {
  if (given.kind !== "choices" || truth.kind !== "choices" || options === 0) return 0;
  const wrong = [...new Set([...given.ids, ...truth.ids])].filter(
    (id) => given.ids.includes(id) !== truth.ids.includes(id),
  ).length;
  return Math.max(0, (options - 2 * wrong) / options);
}
