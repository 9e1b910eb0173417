import { expect, test } from "vitest";
import { raceRules } from "../compute/race-program";
import { runReference } from "../compute/reference";
import {
  type FitLab,
  firstFit,
  programOfFit,
  programOfTraining,
  rateFor,
  readFitLab,
  writeFitLab,
} from "./fit-lab";
import { numbersOfFit, numbersOfLosses, sceneOfFit, sceneOfLosses } from "./fit-scene";
import {
  conv,
  csvOfNetwork,
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
  programOfRates,
  type RaceLab,
  raceOn,
  readRaceLab,
  readRate,
  stepsTold,
  writeRaceLab,
} from "./race-lab";
import {
  findingOfRace,
  findingOfRates,
  lanesOf,
  numbersOfRace,
  numbersOfRates,
  panelOfRates,
  ratesOfRace,
} from "./race-outcome";
import { rates } from "./schedule-choice";
import {
  csvOfWindow,
  firstWindow,
  programOfWindow,
  readWindowLab,
  sceneOfWindow,
  writeWindowLab,
} from "./window-lab";

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

test("the layers of a network, and the output of a window, are lines of a file", () => {
  const lenet = runReference({ kind: "network", ...presets["lenet-5"] });
  if (!lenet.ok || lenet.value.kind !== "network") throw new Error("not run");
  const layers = csvOfNetwork(sceneOfNetwork(presets["lenet-5"], lenet.value)).split("\r\n");
  expect(layers[0]).toBe("layer,shape,parameters,receptive field,jump");
  expect(layers.slice(1, 3).map((line) => line.split(",").slice(-3))).toEqual([
    ["0", "1", "1"],
    ["156", "5", "1"],
  ]);
  const lab = {
    ...firstWindow,
    input: [
      [1, 2],
      [3, 4],
    ],
    kernel: [[1]],
    padding: 0,
    stride: 1,
    dilation: 1,
    bias: 1,
  };
  const window = runReference(programOfWindow(lab));
  expect(window.ok ? csvOfWindow(window.value) : "").toBe("row,column 0,column 1\r\n0,2,3\r\n1,4,5\r\n");
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
    longSteps: 500,
    longNoise: 1,
  };
  expect(readRaceLab(new URLSearchParams(writeRaceLab(race)))).toEqual(race);
  expect(
    readRaceLab(new URLSearchParams("on=moon&from=1e99,x&n=0&lr=-1&b=7&z=3&seed=x&off=me&m=9&y=7")),
  ).toEqual(raceOn("valley"));
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

const ratesRun = (race: RaceLab) => {
  const run = runReference(programOfRates(race));
  const lanes = run.ok ? lanesOf(run.value) : null;
  if (!lanes) throw new Error("not run");
  return ratesOfRace(race, lanes);
};

test("the race as it opens proves the decay: Adagrad keeps a third of its step, slope −½, the averages keep theirs", () => {
  const race = readRaceLab(new URLSearchParams());
  const rates = ratesRun(race);
  const kept = Object.fromEntries(rates.map((each) => [each.rule, each.kept ?? 0]));
  expect(kept.adagrad).toBeGreaterThan(0.28);
  expect(kept.adagrad).toBeLessThan(0.4);
  for (const rule of ["adadelta", "rmsprop", "adam"]) expect(kept[rule]).toBeGreaterThan(0.8);
  expect(findingOfRates(race, rates).en).toMatch(
    /^Adagrad keeps ×0\.3\d of its step at step 300, a slope of −0\.[45]\d on these axes.* These keep their step: SGD, Momentum, NAG, Adadelta, RMSprop, Adam\.$/,
  );
  expect(numbersOfRates(rates).rows.at(-1)?.[0]).toBe(3000);
});

test("without noise Adagrad's sum hardly grows, and the sentence says so instead of a decay", () => {
  const race = { ...raceOn("valley"), longSteps: 100, longNoise: 0 };
  expect(findingOfRates(race, ratesRun(race)).en).toMatch(
    /^Adagrad keeps ×0\.9\d of its step: its sum of squared gradients grew only 1\.\d+-fold\./,
  );
});

test("with no optimizer shown the race says that, and not that all of them were lost", () => {
  const none = { ...raceOn("valley"), hidden: [...raceRules] };
  const said = "No optimizer is chosen.";
  expect(findingOfRace(none, lanesRun(none)).en).toBe(said);
  expect(findingOfRates(none, ratesOfRace(none, lanesRun(none))).en).toBe(said);
});

test("the guide beside Adagrad's curve falls to a third over a decade and is gone when Adagrad is hidden", () => {
  const race = { ...raceOn("sparse"), longSteps: 1000 };
  const guideOf = (lab: RaceLab) => panelOfRates(lab, ratesRun(lab)).series.find(({ id }) => id === "slope");
  const [[from, high] = [], [to, low] = []] = guideOf(race)?.points ?? [];
  expect([from, to]).toEqual([100, 1000]);
  expect((low ?? 0) / (high ?? 0)).toBeCloseTo(0.3162, 4);
  expect(guideOf({ ...race, hidden: ["adagrad"] })).toBeUndefined();
});

test.each([7, 100, 3000, 10_000])(
  "the player of a race of %d steps goes by equal times to its end",
  (steps) => {
    const told = stepsTold(steps);
    expect([told[0], told.at(-1)]).toEqual([0, steps]);
    const gaps = told.slice(1).map((step, at) => step - (told[at] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(steps > 200 && steps % 200 ? 1 : 0);
    expect(told.length).toBeLessThanOrEqual(201);
  },
);

test("what is sent to the worker for the longest noisy race is small: noise goes as a seed", () => {
  const race = { ...raceOn("valley"), steps: 10_000, noise: 0.4, longSteps: 10_000 };
  expect(JSON.stringify([programOfRace(race), programOfRates(race)]).length).toBeLessThan(6000);
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

const network: FitLab = { ...firstFit, mode: "network" };
function trained(lab: FitLab) {
  const run = runReference(programOfTraining(lab));
  if (!run.ok || run.value.kind !== "train") throw new Error("not trained");
  return run.value;
}

test.each(raceRules)("a network of the playground learns by %s at the rate that goes with it", (rule) => {
  const { train } = trained({ ...network, rule, rate: rateFor(rule), epochs: 200 });
  expect(rates).toContain(rateFor(rule));
  expect(train.at(-1)).toBeLessThan((train[0] ?? 0) / 2);
});

test("every setting of the network stands in the address, and another seed has other points", () => {
  const lab: FitLab = {
    ...network,
    rule: "nag-lookahead",
    rate: 0.003,
    share: 0.1,
    schedule: "onecycle",
    anneal: "cos",
    peak: 50,
    batch: 4,
    loss: "absolute",
    seed: 4321,
  };
  expect(readFitLab(new URLSearchParams(writeFitLab(lab)))).toEqual(lab);
  expect(programOfTraining({ ...network, seed: 8 }).train).not.toEqual(programOfTraining(network).train);
  expect(programOfTraining({ ...network, batch: 12 }).batches).toBeUndefined();
});

test("a schedule of the playground is drawn with the training that it causes", () => {
  const lab: FitLab = { ...network, schedule: "step", every: 50, epochs: 100 };
  const output = trained(lab);
  expect([output.rates[0], output.rates[50]]).toEqual([0.05, 0.025]);
  expect(sceneOfFit(lab, output)?.panels.map(({ title }) => title.en)).toContain("Learning rate by epoch");
  expect(numbersOfFit(output)?.rows[51]?.at(-1)).toBe(0.025);
});

test("a training that goes on has its sentence, its numbers and the axis of all its epochs", () => {
  const losses = { train: [1, 0.5], validation: [1, 0.75] };
  const scene = sceneOfLosses(network, losses);
  expect(scene.finding).toEqual({
    ko: "에폭 1까지 훈련 손실은 1에서 0.5로, 검증 손실은 1에서 0.75로 바뀌었어요.",
    en: "By epoch 1 the training loss went from 1 to 0.5, the validation loss from 1 to 0.75.",
  });
  expect(scene.panels[0]?.rules).toMatchObject([{ x: 200 }]);
  expect(numbersOfLosses(losses).rows).toEqual([
    [0, 1, 1],
    [1, 0.5, 0.75],
  ]);
});

test("a rate far too large is said to diverge", () => {
  const lab: FitLab = { ...network, rule: "sgd", rate: 2, batch: 1 };
  const output = trained(lab);
  expect(sceneOfFit(lab, output)?.finding.en).toMatch(/^It diverged at epoch \d+\./);
});
