/**
 * Decides what may be shown of the right way before an answer: its first formula without the result, or its first step
 * when that does not tell the answer. Some questions have none: their first step is the answer.
 */
import { type Locale, locales, type Text } from "../text";
import type { AnswerForm, Truth } from "./answer-form";
import type { Explanation } from "./family";

const number = /[−-]?\d+(?:\.\d+)?(?:e[−-]?\d+)?/;
/** The "= 26" that ends a computation: not "= 2 × 13" in the middle of one, and not "β = 0.9", which only gives a value. */
const result = new RegExp(`(?<=[\\d)⌉⌋²³] )= ${number.source}(?![\\d.]*\\d|\\s?[×·+−/^(√]|[a-z])`);

interface Hinted {
  explanation: Explanation;
  form: AnswerForm;
  truth: Truth;
}

/** The first hint in both languages, or null. */
export function firstHint({ explanation, form, truth }: Hinted): Text | null {
  const { steps, scene } = explanation;
  const formula =
    scene.kind === "convolution" ? cutResult(scene.formula.map(({ text }) => text).join("")) : null;
  const hints: Partial<Record<Locale, string>> = {};
  for (const locale of locales) {
    const step = steps[0]?.[locale] ?? "";
    const isSafe = steps.length > 1 && !tells(step, locale, form, truth);
    const hint = cutResult(step) ?? (isSafe ? step : formula);
    if (hint !== null) hints[locale] = hint;
  }
  const { ko, en } = hints;
  return ko !== undefined && en !== undefined ? { ko, en } : null;
}

/** A sentence up to its first result, with a question mark in its place; null when nothing is computed in it. */
function cutResult(sentence: string): string | null {
  const found = result.exec(sentence);
  return found && `${sentence.slice(0, found.index)}= ?`;
}

/** Whether a sentence holds the words of a right option, or every number of the truth. */
function tells(sentence: string, locale: Locale, form: AnswerForm, truth: Truth): boolean {
  if (form.kind === "choice" || form.kind === "choices") {
    const right = truth.kind === "choice" ? [truth.id] : truth.kind === "choices" ? truth.ids : [];
    return form.options.some(({ id, text }) => right.includes(id) && sentence.includes(text[locale]));
  }
  const said = [...sentence.matchAll(new RegExp(number.source, "g"))].map(([text]) => numberIn(text));
  return numbersOf(truth).every((value) =>
    said.some((each) => Math.abs(each - value) <= Math.abs(value) * 0.01),
  );
}

const numberIn = (text: string): number => Number(text.replaceAll("−", "-"));

function numbersOf(truth: Truth): number[] {
  switch (truth.kind) {
    case "integer":
    case "number":
      return [truth.value];
    case "shape":
      return truth.sizes;
    case "grid":
      return truth.rows.flat();
    case "cells":
      return truth.cells.flat();
    case "table":
      return truth.rows.flat(2);
    case "choice":
    case "choices":
      return [];
  }
}
