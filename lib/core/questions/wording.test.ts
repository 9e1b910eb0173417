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

function textsOf(value: unknown): Text[] {
  if (typeof value !== "object" || value === null) return [];
  return "ko" in value && "en" in value ? [value as Text] : Object.values(value).flatMap(textsOf);
}

const worked = (work?: string): Text[] => (work === undefined ? [] : [{ ko: work, en: work }]);
function said(family: AnyFamily, seed: number): Text[] {
  return family.levels.flatMap((level) => {
    const { params } = drawVariant(family, seed, level);
    const run = runReference(family.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const wrong = wrongValues(family, params, family.read(run.value, params));
    const sayings = wrong.flatMap(({ mistake }) => [
      mistake.name,
      mistake.say(params),
      ...worked(mistake.work?.(params)),
    ]);
    return textsOf([family.ask(params), family.explain(params, run.value), sayings]);
  });
}

/** Numbers whose particle is not the one that is heard. */
const misheard = ({ ko: sentence }: Text): string[] =>
  [...sentence.matchAll(numbered)].flatMap(([found, word = "", ending = ""]) => {
    const pair = pairs.find((forms) => forms.includes(ending));
    const heard = pair ? joined(word, pair) : `${word}${copula(word)}`;
    return heard === found ? [] : [`${found}: ${sentence}`];
  });

const seeds = Array.from({ length: 20 }, (_, seed) => seed);
it.each(families)("$id gives every number the particle that is heard after it", (family) => {
  expect(seeds.flatMap((seed) => said(family, seed).flatMap(misheard))).toEqual([]);
});

const misspelt =
  /\ba (8\d*|1[18])(?!\d)|(?<![\d.,/×·–−^=-]|[=+×·−/] )\b1 (zero|step|update|position|boundarie|cell|unit|sample|epoch)s\b/i;
it.each(families)("$id writes an 8×8, and 1 step", (family) => {
  const english = seeds.flatMap((seed) => said(family, seed).map(({ en }) => en));
  expect(english.filter((sentence) => misspelt.test(sentence))).toEqual([]);
});

it.each(families)(
  "$id writes true minus signs, brackets around a sign after a sign, and no 9 = 9",
  (family) => {
    const careless =
      /(?<![\w-])-\d|[+×·/] −\d|(?<![\d.\w·×+−/^)\]–₀-₉] ?)(\d[\d.]*) = \1(?![\d.])(?! [·×+−/])/;
    const sentences = seeds.flatMap((seed) => said(family, seed).flatMap(({ ko, en }) => [ko, en]));
    expect(sentences.filter((sentence) => careless.test(sentence))).toEqual([]);
  },
);
