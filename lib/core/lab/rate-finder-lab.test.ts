import { expect, test } from "vitest";
import { raceRules } from "../compute/race-program";
import { runReference } from "../compute/reference";
import {
  type FinderRun,
  findRates,
  firstFinder,
  programOfFinder,
  type RateFinderLab,
  readRateFinderLab,
  runOfFinder,
  writeRateFinderLab,
} from "./rate-finder-lab";
import { csvOfFinder, sceneOfFinder } from "./rate-finder-scene";

function runOf(lab: RateFinderLab): FinderRun {
  const run = runReference(programOfFinder(lab));
  const left = run.ok ? runOfFinder(run.value) : null;
  if (!left) throw new Error("not run");
  return left;
}

test("an address reads back as itself, and a broken one as the first lab", () => {
  const own: RateFinderLab = {
    ...firstFinder,
    ground: "valley",
    rule: "adadelta",
    from: 1e-6,
    to: 100,
    noise: 0,
    seed: 9999,
  };
  expect(readRateFinderLab(new URLSearchParams(writeRateFinderLab(own)))).toEqual(own);
  expect(readRateFinderLab(new URLSearchParams("ground=hill&rule=sgdx&from=0&to=1e9&steps=-1"))).toEqual(
    firstFinder,
  );
});

test("rates grow by one ratio from the first to the last", () => {
  const { rates } = runOf({ ...firstFinder, from: 1e-3, to: 10, steps: 20 });
  expect([rates[0], rates.at(-1)].map((rate) => Number(rate?.toFixed(9)))).toEqual([0.001, 10]);
  const ratios = rates.slice(1).map((rate, at) => Number((rate / (rates[at] ?? 1)).toFixed(6)));
  expect(new Set(ratios)).toEqual(new Set([1.623777]));
});

const rates = [1, 2, 3, 4, 5];
test.each<[string, number[], steepest: number | null, diverged: number | null]>([
  ["falls far at first and by the largest share later", [100, 60, 40, 10, 200], 2, 3],
  ["falls, then rises above its start", [10, 9, 5, 4, 11, 50], 1, 3],
  ["never diverges", [10, 9, 5, 4, 4, 6], 1, null],
  ["flies out of bounds", [10, 9, 5], 1, 2],
  ["only rises", [10, 11, 12, 13, 14, 15], null, 0],
  ["falls deep once more behind its lowest", [10, 9, 3, 30, 8, 7], 1, 2],
])("a loss that %s", (_, losses, steepest, diverged) => {
  expect(findRates({ rates, losses })).toEqual({ steepest, diverged });
});

test("the bowl is left behind its limit of 0.1", () => {
  const run = runOf(firstFinder);
  const [panel] = sceneOfFinder(firstFinder, run).panels;
  expect(panel?.marks.map(({ pen, label }) => [pen, label.en])).toEqual([
    ["pine", "0.14"],
    ["red", "0.19"],
  ]);
  expect(panel?.rules.map(({ x }) => Number(x.toFixed(3)))).toEqual([0.187]);
  expect(sceneOfFinder(firstFinder, run).finding.en).toBe(
    "The loss fell most steeply at rate 0.14 and had diverged above the first loss at 0.19. Beyond 2/20 = 0.1 the most curved side grows with every step.",
  );
});

test("losses that would press the plot together are left out of it and kept in the CSV", () => {
  const run = runOf({ ...firstFinder, to: 100 });
  const [panel] = sceneOfFinder(firstFinder, run).panels;
  const shown = panel?.series[0]?.points.flatMap(([, loss]) => (loss === null ? [] : [loss])) ?? [];
  expect(Math.max(...shown)).toBeLessThan(100 * 18);
  expect(Math.max(...run.losses)).toBeGreaterThan(100 * 18);
  expect(csvOfFinder(run).split("\r\n").length).toBe(102);
});

test("a finder that starts too large says so", () => {
  const lab: RateFinderLab = { ...firstFinder, ground: "valley", from: 0.01, to: 100, noise: 0 };
  const run: FinderRun = { rates: [1, 2], losses: [1, 2, 3] };
  expect(sceneOfFinder(lab, run).finding.en).toContain("Start from a smaller rate");
});

test.each(raceRules)("a finder under %s falls before it flies apart", (rule) => {
  const found = findRates(runOf({ ...firstFinder, rule, to: 100 }));
  expect(found.steepest).not.toBeNull();
  expect(found.diverged ?? Number.POSITIVE_INFINITY).toBeGreaterThan(found.steepest ?? 0);
});
