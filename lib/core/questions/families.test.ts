/** What every family must hold, over thousands of seeds, decided by the float64 reference. */
import { describe, expect, test } from "vitest";
import type { Output } from "../compute/program";
import { runReference } from "../compute/reference";
import { locales, type Text } from "../text";
import type { Truth } from "./answer-form";
import { isSame, toleranceOf, writeAnswer } from "./answer-values";
import { checkAnswer, wrongValues } from "./check";
import { distinctParams } from "./distinct-params";
import { drawVariant } from "./draw-variant";
import type { Explanation, Level } from "./family";
import { loadableFamilies, loadFamily } from "./load-family";
import { panelAt } from "./panel-at";
import { type AnyFamily, families } from "./registry";
import type { LinesScene, Panel } from "./scenes/lines";

const seeds = Array.from({ length: 2000 }, (_, seed) => seed);
const unsaid = /NaN|undefined|Infinity|\[object|null/;

function truthOf(family: AnyFamily, params: unknown): Truth {
  const run = runReference(family.solve(params));
  if (!run.ok) throw new Error(`${run.error.message}: ${JSON.stringify(params)}`);
  return family.read(run.value, params);
}

function textsOf(value: unknown): Text[] {
  if (typeof value !== "object" || value === null) return [];
  return "ko" in value && "en" in value ? [value as Text] : Object.values(value).flatMap(textsOf);
}

/** Every number that a learner is shown, in texts, tables, maps and curves; without its sign. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [Math.abs(value)];
  if (typeof value === "string") return (value.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Digits of the truth, where it is a number that stands in what is asked; null where it does not. */
function digitsGivenAway(truth: Truth, shown: number[]): number | null {
  if (truth.kind !== "number" && truth.kind !== "integer") return null;
  const value = Math.abs(truth.kind === "number" ? Number(truth.value.toFixed(truth.decimals)) : truth.value);
  const digits = String(value)
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "");
  return shown.includes(value) ? digits.length : null;
}

/** What a variant breaks of the rules that all families keep. */
function faultsOf(family: AnyFamily, params: unknown): string[] {
  const faults: string[] = [];
  const truth = truthOf(family, params);
  const wrong = wrongValues(family, params, truth);
  const right = checkAnswer(family, params, truth, writeAnswer(truth), wrong);
  if (!family.legal(params)) faults.push("not legal");
  if (right.verdict !== "right" || right.credit !== 1 || right.slips.length > 0)
    faults.push("the truth is refused");
  for (const { mistake, value } of wrong) {
    const checked = checkAnswer(family, params, truth, writeAnswer(value), wrong);
    if (checked.verdict !== "wrong" || checked.credit >= 1) faults.push(`${mistake.slip} is not wrong`);
    if (!checked.slips.includes(mistake.slip)) faults.push(`${mistake.slip} is not named`);
    if (value.kind === "number" && truth.kind === "number") {
      const distance = Math.abs(value.value - truth.value);
      if (distance < 5 * toleranceOf(truth.value, truth.decimals))
        faults.push(`${mistake.slip} is near the truth`);
    }
  }
  return faults.map((fault) => `${fault}: ${JSON.stringify(params)}`);
}

/** The explanation with what the family sets beside its answer. */
function explained(family: AnyFamily, params: unknown, output: Output): Explanation {
  const beside = family.beside ? runReference(family.beside(params)) : null;
  if (beside && !beside.ok) throw new Error(`${beside.error.message}: ${JSON.stringify(params)}`);
  return family.explain(params, output, beside?.value);
}

/** What a picture with stops never shows: pieces that have not come by the last one, stops without their words. */
function unseenOf({ stops, captions, stopOf, panels }: LinesScene): string[] {
  const last = stops.at(-1);
  if (last === undefined) return [];
  const counts = ({ series, marks, segments }: Panel) =>
    [...series.map(({ points }) => points.length), marks.length, segments.length].join();
  const passing = panels.map((panel) => ({
    ...panel,
    series: panel.series.filter(({ seen }) => seen?.[1] === undefined),
    marks: panel.marks.filter(({ seen }) => seen?.[1] === undefined),
    segments: panel.segments.filter(({ seen }) => seen?.[1] === undefined),
  }));
  return [
    ...passing.filter((panel) => counts(panelAt(panel, last)) !== counts(panel)).map(({ title }) => title.en),
    ...(captions && captions.length !== stops.length ? ["captions"] : []),
    ...(stopOf && !stops.includes(stopOf.first) ? ["the first stop"] : []),
    ...(stops.every((stop, at) => at === 0 || stop > (stops[at - 1] ?? stop)) ? [] : ["order"]),
  ];
}

describe.each(families)("$id", (family) => {
  test.each(family.levels)("level %i: legal, the truth accepted, every wrong rule named", (level) => {
    // Thousands of variants: what is wrong is gathered, for an assertion each would take longer than the variant.
    const wrong = distinctParams(family, level, seeds).flatMap((params) => faultsOf(family, params));
    expect(wrong).toEqual([]);
  });

  test("the same seed gives the same variant, and one that survives as JSON", () => {
    for (const seed of seeds.slice(0, 300)) {
      const level = family.levels[seed % family.levels.length] as Level;
      const variant = drawVariant(family, seed, level);
      const written = JSON.stringify(variant);
      expect(JSON.stringify(drawVariant(family, seed, level))).toBe(written);
      if (seed < 30) expect(JSON.parse(written)).toEqual(variant);
    }
  });

  test("asks without giving the truth away, says and explains in both languages with its own numbers", () => {
    const givenAway: { digits: number; params: unknown }[] = [];
    for (const seed of seeds.slice(0, 300)) {
      const level = family.levels[seed % family.levels.length] as Level;
      const { params } = drawVariant(family, seed, level);
      const asked = family.ask(params);
      expect(Object.keys(asked).sort()).toEqual(["answer", "figures", "given", "prompt"]);
      const run = runReference(family.solve(params));
      if (!run.ok) throw new Error(run.error.message);
      const { steps, scene } = explained(family, params, run.value);
      expect(steps.length).toBeGreaterThan(0);
      expect(scene.kind === "lines" ? unseenOf(scene) : []).toEqual([]);
      const truth = family.read(run.value, params);
      const { prompt, given, figures } = asked;
      const digits = digitsGivenAway(truth, numbersIn([prompt, given, figures]));
      if (digits !== null && digits > 1) givenAway.push({ digits, params });
      const said = wrongValues(family, params, truth).flatMap(({ mistake }) => [
        mistake.name,
        mistake.say(params),
        ...(mistake.work ? [{ ko: mistake.work(params), en: mistake.work(params) }] : []),
      ]);
      const unsayable: string[] = [];
      for (const text of [...textsOf(asked), ...textsOf(steps), ...textsOf(scene), ...said]) {
        for (const locale of locales) {
          if (!/\S/.test(text[locale]) || unsaid.test(text[locale])) unsayable.push(text[locale]);
        }
      }
      expect(unsayable).toEqual([]);
    }
    // Of one digit a truth often stands there (the 3 of a 3×3 kernel), of two by chance, of three never.
    expect(givenAway.filter(({ digits }) => digits > 2)).toEqual([]);
    expect(givenAway.length).toBeLessThan(6);
  });

  test("every slip is taught apart: a drawn variant gives it a value of its own", () => {
    for (const { slip } of family.mistakes) {
      for (const seed of seeds.slice(0, 30)) {
        const { params } = drawVariant(
          family,
          seed,
          family.levels[seed % family.levels.length] as Level,
          slip,
        );
        const truth = truthOf(family, params);
        const own = wrongValues(family, params, truth).find(({ mistake }) => mistake.slip === slip);
        expect(own, `${slip} ${JSON.stringify(params)}`).toBeDefined();
        if (own) expect(checkAnswer(family, params, truth, writeAnswer(own.value)).slips).toEqual([slip]);
      }
    }
  });

  test("the place of the right option tells nothing", () => {
    const places = new Set<number>();
    for (const seed of seeds.slice(0, 300)) {
      const { params } = drawVariant(family, seed, family.levels[seed % family.levels.length] as Level);
      const { answer } = family.ask(params);
      const truth = truthOf(family, params);
      if (answer.kind === "choice" && truth.kind === "choice")
        places.add(answer.options.findIndex(({ id }) => id === truth.id));
    }
    expect(places.size).not.toBe(1);
  });

  test("knobs keep to legal numbers or are refused, and what they allow can be computed", () => {
    for (const seed of seeds.slice(0, 30)) {
      const { params } = drawVariant(family, seed, family.levels[seed % family.levels.length] as Level);
      for (const knob of family.knobs) {
        const turned = knob.values(params).map((value) => knob.set(params, value));
        for (const other of turned.filter(family.legal)) {
          const run = runReference(family.solve(other));
          if (!run.ok) throw new Error(`${knob.id}: ${run.error.message} ${JSON.stringify(other)}`);
          expect(family.explain(other, run.value).steps.length).toBeGreaterThan(0);
        }
        expect(isSame(truthOf(family, knob.set(params, knob.get(params))), truthOf(family, params))).toBe(
          true,
        );
      }
    }
  });

  test("refuses params that are not its own", () => {
    const { params } = drawVariant(family, 1, family.levels[0] as Level);
    for (const broken of [null, 3, "x", [], {}]) expect(family.legal(broken)).toBe(false);
    const drawn = seeds
      .slice(0, 60)
      .map((seed) => drawVariant(family, seed, 1).params as Record<string, unknown>);
    for (const key of Object.keys(params as object)) {
      const isNullable = drawn.some((each) => each[key] === null);
      for (const value of [undefined, ...(isNullable ? [] : [null]), "7", -1e9, Number.NaN]) {
        expect(family.legal({ ...(params as object), [key]: value }), `${key}: ${value}`).toBe(false);
      }
    }
  });
});

test("every family of the registry can be loaded by a page, and no other", async () => {
  expect([...loadableFamilies].sort()).toEqual(families.map(({ id }) => id).sort());
  for (const family of families) expect(await loadFamily(family.id)).toBe(family);
  expect(await loadFamily("no-such-family")).toBeNull();
});
