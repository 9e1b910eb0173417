import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runReference } from "../compute/reference";
import { familiesOf } from "../questions/registry";
import {
  firstFit,
  numbersOfFit,
  programOfFit,
  programOfTraining,
  readFitLab,
  sceneOfFit,
  writeFitLab,
} from "./fit-lab";
import { labOf } from "./lab-of";
import {
  conv,
  dense,
  firstMisfit,
  presets,
  readNetworkLab,
  sceneOfNetwork,
  writeNetworkLab,
} from "./network-lab";
import { raceGroundNames } from "./race-grounds";
import {
  placeStart,
  programOfRace,
  type RaceLab,
  raceOn,
  readRaceLab,
  readRate,
  writeRaceLab,
} from "./race-lab";
import {
  findingOfRace,
  findingOfRates,
  lanesOf,
  numbersOfRace,
  panelOfRates,
  ratesOfRace,
} from "./race-outcome";
import { firstWindow, programOfWindow, readWindowLab, sceneOfWindow, writeWindowLab } from "./window-lab";

test.each([
  ["lenet-5", 61_706],
  ["alexnet", 61_100_840],
  ["vgg-16", 138_357_544],
] as const)("%s has as many parameters as its paper's network", (name, total) => {
  const run = runReference({ kind: "network", ...presets[name] });
  if (!run.ok || run.value.kind !== "network") throw new Error("not run");
  expect(sceneOfNetwork(presets[name], run.value).totalParams).toBe(total);
});

test.each(Object.keys(presets) as (keyof typeof presets)[])(
  "the address of %s reads back as itself",
  (name) => {
    expect(readNetworkLab(new URLSearchParams(writeNetworkLab(presets[name])))).toEqual(presets[name]);
  },
);

test.each([
  "",
  "in=0x1x1&layers=f",
  "in=8x8x1&layers=q",
  "in=8x8&layers=f",
  "in=8x8x1&layers=c1",
  "layers=f",
])("%j opens a network that runs", (text) => {
  expect(
    runReference({ kind: "network", ...readNetworkLab(new URLSearchParams(text)) }).ok || text.includes("c1"),
  ).toBe(true);
});

test("the layer that does not fit is found", () => {
  expect(firstMisfit({ input: [8, 8, 1], layers: [conv(2, 3), conv(2, 7)] })).toBe(1);
  expect(firstMisfit({ input: [8, 8, 1], layers: [dense(4)] })).toBe(0);
  expect(firstMisfit(presets.alexnet)).toBe(-1);
});

test("a window lab reads back as itself and falls back where its address is broken", () => {
  const own = {
    ...firstWindow,
    operation: "max" as const,
    input: [
      [1, -2],
      [3, 4],
    ],
    stride: 2,
    bias: -3,
  };
  expect(readWindowLab(new URLSearchParams(writeWindowLab(own)))).toEqual(own);
  expect(readWindowLab(new URLSearchParams("op=gpu&x=1,2;3&k=a&p=99&s=0"))).toEqual(firstWindow);
});

test.each(["conv", "max", "average"] as const)("%s draws what its run gave", (operation) => {
  const lab = { ...firstWindow, operation };
  const run = runReference(programOfWindow(lab));
  const scene = run.ok ? sceneOfWindow(lab, run.value) : null;
  expect(scene).toMatchObject({ kind: operation === "conv" ? "convolution" : "pooling" });
  expect(scene && "output" in scene ? scene.output.length : 0).toBe(7);
});

test("the address of a race reads back as itself, and what it cannot read is left as it was", () => {
  const race = {
    ...raceOn("beale"),
    start: [0.25, -1.5] as [number, number],
    steps: 2000,
    hidden: ["sgd" as const],
    noise: 0.4,
  };
  expect(readRaceLab(new URLSearchParams(writeRaceLab(race)))).toEqual(race);
  expect(readRaceLab(new URLSearchParams("on=moon&from=1e99,x&n=0&lr=-1&b=7&z=3&seed=x&off=me"))).toEqual(
    raceOn("valley"),
  );
});

test("a link opens the longest race, the smallest rates and a start that was moved to the middle", () => {
  const middle = placeStart("valley", [-7 + 7.000000000000001, 0.1 + 0.2 - 0.3]);
  const race = {
    ...raceOn("valley"),
    start: middle,
    steps: 10_000,
    rates: [1e-10, 0.00012, 1, 2.5, 1e-7, 3, 999],
  };
  expect(middle).toEqual([0, 0]);
  expect(readRaceLab(new URLSearchParams(writeRaceLab(race)))).toEqual(race);
  expect(readRaceLab(new URLSearchParams("on=valley&from=900,-2.34567891")).start).toEqual([4, -2.3457]);
});

test.each([
  ["0.01", 0.01],
  [" .5 ", 0.5],
  ["1e-6", 1e-6],
  ["０．３", 0.3],
  ["0", null],
  ["-1", null],
  ["1001", null],
  ["1e3", null],
  ["fast", null],
  ["", null],
])("a rate typed as %j is %j", (text, rate) => {
  expect(readRate(text)).toBe(rate);
});

test.each(raceGroundNames)("on %s every optimizer stays in the race and most get lower", (ground) => {
  const race = raceOn(ground);
  const run = runReference(programOfRace(race));
  const lanes = run.ok ? lanesOf(run.value) : null;
  if (!lanes) throw new Error("not run");
  expect(lanes.map(({ firstStepBeyond }) => firstStepBeyond)).toEqual(Array(7).fill(null));
  const lower = lanes.filter(({ losses }) => (losses.at(-1) ?? 0) < (losses[0] ?? 0));
  expect(lower.length).toBeGreaterThanOrEqual(6);
  expect(numbersOfRace(race, lanes).rows[0]?.slice(0, 3)).toEqual([0, ...race.start]);
});

const lanesRun = (race: RaceLab) => {
  const run = runReference(programOfRace(race));
  const lanes = run.ok ? lanesOf(run.value) : null;
  if (!lanes) throw new Error("not run");
  return lanes;
};

test("a race says who diverged", () => {
  const race = { ...raceOn("valley"), rates: [3, ...raceOn("valley").rates.slice(1)] };
  const finding = findingOfRace(race, lanesRun(race));
  expect(finding.en).toContain("Diverged: SGD.");
  expect(finding.ko).toContain("SGD는 발산했어요.");
});

test("Adagrad keeps a third of its rate over the last nine tenths where the others keep theirs", () => {
  const race = { ...raceOn("sparse"), start: [-1.2, -1.2] as [number, number], steps: 1000, noise: 1 };
  const rates = ratesOfRace(race, lanesRun(race));
  const kept = Object.fromEntries(rates.map((each) => [each.rule, each.kept ?? 0]));
  expect(kept.adagrad).toBeGreaterThan(0.25);
  expect(kept.adagrad).toBeLessThan(0.45);
  for (const rule of ["sgd", "rmsprop", "adam"]) expect(kept[rule]).toBeGreaterThan(0.6);
  expect(findingOfRates(race, rates).en).toMatch(
    /^Adagrad keeps ×0\.\d\d of its step at step 100, a slope of −0\.[45]\d/,
  );
});

test("without noise Adagrad's sum hardly grows, and the sentence says so instead of a decay", () => {
  const race = raceOn("valley");
  expect(findingOfRates(race, ratesOfRace(race, lanesRun(race))).en).toMatch(
    /^Adagrad keeps ×0\.9\d of its step: its sum of squared gradients grew only 1\.\d+-fold\./,
  );
});

test("the guide beside Adagrad's curve falls to a third over a decade and is gone when Adagrad is hidden", () => {
  const race = { ...raceOn("sparse"), steps: 1000, noise: 1 };
  const guideOf = (lab: RaceLab) =>
    panelOfRates(lab, ratesOfRace(lab, lanesRun(lab))).series.find(({ id }) => id === "slope");
  const [[from, high] = [], [to, low] = []] = guideOf(race)?.points ?? [];
  expect([from, to]).toEqual([100, 1000]);
  expect((low ?? 0) / (high ?? 0)).toBeCloseTo(0.3162, 4);
  expect(guideOf({ ...race, hidden: ["adagrad"] })).toBeUndefined();
});

test("the overfitting playground opens from its address and finds the best degree", () => {
  const lab = { ...firstFit, degree: 9, noise: 0.5, seed: 12 };
  expect(readFitLab(new URLSearchParams(writeFitLab(lab)))).toEqual(lab);
  expect(readFitLab(new URLSearchParams("by=x&d=99&n=1&lr=7&e=-1"))).toEqual(firstFit);
  const run = runReference(programOfFit(lab));
  if (!run.ok || run.value.kind !== "fit") throw new Error("not fitted");
  const errors = run.value.fits.map(({ validation }) => validation);
  const best = errors.indexOf(Math.min(...errors));
  expect(sceneOfFit(lab, run.value)?.finding.en).toContain(`Degree ${best} (`);
  expect(numbersOfFit(run.value)?.rows).toHaveLength(errors.length);
});

test("a network of the playground learns, and another seed has other points", () => {
  const lab = { ...firstFit, mode: "network" as const, epochs: 100 };
  const run = runReference(programOfTraining(lab));
  if (!run.ok || run.value.kind !== "train") throw new Error("not trained");
  expect(run.value.train.at(-1)).toBeLessThan((run.value.train[0] ?? 0) / 2);
  expect(programOfTraining({ ...lab, seed: 8 }).train).not.toEqual(programOfTraining(lab).train);
});

test("every heading of the notes has something to compute: a lab and at least one family", () => {
  const { concepts } = JSON.parse(readFileSync("content/deep-learning/concepts.json", "utf8")) as {
    concepts: { id: string }[];
  };
  expect(concepts.length).toBeGreaterThan(30);
  const bare = concepts.filter(({ id }) => labOf(id) === null || familiesOf(id).length === 0);
  expect(bare).toEqual([]);
});
