import { expect, it } from "vitest";
import { runReference } from "../compute/reference";
import { copula, joined, type ParticlePair } from "../korean";
import type { Text } from "../text";
import { wrongValues } from "./check";
import { drawVariant } from "./draw-variant";
import { type AnyFamily, families } from "./registry";

const pairs: ParticlePair[] = ["은는", "이가", "을를", "과와", "으로로"];
/** A number, or a letter with one above or below the line, and its particle; of 3/4 the 3 is read last, and is left out. */
const numbered =
  /(?<![/\d.])((?:\d[\d.]*)?[\d₀-₉²³¹⁴-⁹]|[a-z][₀-₉²³¹⁴-⁹])(은|는|이|가|을|를|과|와|으로|로|이에요|예요)(?![가-힣])/gu;

function koreanOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return "ko" in value && "en" in value ? [(value as Text).ko] : Object.values(value).flatMap(koreanOf);
}

function said(family: AnyFamily, seed: number): string[] {
  return family.levels.flatMap((level) => {
    const { params } = drawVariant(family, seed, level);
    const run = runReference(family.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const wrong = wrongValues(family, params, family.read(run.value, params));
    const sayings = wrong.flatMap(({ mistake }) => [mistake.name, mistake.say(params)]);
    return koreanOf([family.ask(params), family.explain(params, run.value), sayings]);
  });
}

/** Numbers whose particle is not the one that is heard. */
const misheard = (sentence: string): string[] =>
  [...sentence.matchAll(numbered)].flatMap(([found, word = "", ending = ""]) => {
    const pair = pairs.find((forms) => forms.includes(ending));
    const heard = pair ? joined(word, pair) : `${word}${copula(word)}`;
    return heard === found ? [] : [`${found}: ${sentence}`];
  });

it.each(families)("$id gives every number the particle that is heard after it", (family) => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  expect(seeds.flatMap((seed) => said(family, seed).flatMap(misheard))).toEqual([]);
});
