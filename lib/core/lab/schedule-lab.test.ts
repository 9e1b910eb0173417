import { expect, test } from "vitest";
import { raceRules } from "../compute/race-program";
import { runReference } from "../compute/reference";
import { groundNames, rateOn } from "./grounds";
import { rates as allRates, scheduleNames, settingsOf } from "./schedule-choice";
import {
  firstSchedule,
  programOfSchedule,
  readScheduleLab,
  runOfSchedule,
  type ScheduleLab,
  type ScheduleRun,
  writeScheduleLab,
} from "./schedule-lab";
import { csvOfSchedule, sceneOfSchedule } from "./schedule-scene";

function runOf(lab: ScheduleLab): ScheduleRun {
  const run = runReference(programOfSchedule(lab));
  const left = run.ok ? runOfSchedule(run.value) : null;
  if (!left) throw new Error("not run");
  return left;
}
const near = (values: number[]) => values.map((value) => Number(value.toFixed(6)));

test.each(scheduleNames)("%s reads back from its address with all that it reads", (schedule) => {
  const own: ScheduleLab = {
    ...firstSchedule,
    schedule,
    ground: "wells",
    rate: 0.0015,
    rule: "nag-lookahead",
    seed: 1234,
  };
  const address = writeScheduleLab(own);
  expect(readScheduleLab(new URLSearchParams(address))).toEqual(own);
  for (const setting of settingsOf[schedule]) expect(address).toContain(`${setting}=${own[setting]}`);
});

test("a broken address falls back to the first lab", () => {
  const broken = "schedule=cosine&ground=&rate=-1&rule=sgdx&steps=1e9&every=0&noise=NaN&seed=1.5";
  expect(readScheduleLab(new URLSearchParams(broken))).toEqual(firstSchedule);
});

const quiet: ScheduleLab = { ...firstSchedule, noise: 0, rate: 0.1, steps: 20, every: 5 };

test.each<[Partial<ScheduleLab>, at: number[], rates: number[]]>([
  [{ schedule: "power" }, [0, 5, 15], [0.1, 0.05, 0.025]],
  [{ schedule: "exponential" }, [0, 5, 10], [0.1, 0.01, 0.001]],
  [{ schedule: "step" }, [4, 5, 9, 10], [0.1, 0.05, 0.05, 0.025]],
  [{ schedule: "piecewise-constant", first: 10, second: 20, steps: 50 }, [9, 10, 20], [0.1, 0.05, 0.025]],
  // The top is at 0.3 · 20 − 1 = 5; the last of the 20 rates is a tenth of the first.
  [{ schedule: "onecycle", peak: 30, div: 10, end: 10 }, [0, 5, 19], [0.01, 0.1, 0.001]],
])("%j gives its rates", (changed, at, rates) => {
  const { rates: all } = runOf({ ...quiet, ...changed });
  expect(near(at.map((t) => all[t] ?? Number.NaN))).toEqual(rates);
});

test("training moves by the rates: the steep side shrinks to 1 − 20η at each step", () => {
  const { training, fixed, rates } = runOf({ ...quiet, rate: 0.02, every: 1 });
  expect(near(rates.slice(0, 2))).toEqual([0.02, 0.01]);
  expect(near(training.theta.slice(0, 3).map(([, y = Number.NaN]) => y))).toEqual([1, 0.6, 0.48]);
  expect(near(fixed.theta.slice(0, 3).map(([, y = Number.NaN]) => y))).toEqual([1, 0.6, 0.36]);
});

test("a plateau answers the losses that its own rates lead to", () => {
  const { rates, training } = runOf({ ...firstSchedule, schedule: "plateau" });
  let [best, bad, rate] = [Number.POSITIVE_INFINITY, 0, firstSchedule.rate];
  const followed = training.losses.slice(1).map((loss) => {
    const used = rate;
    if (loss < best) [best, bad] = [loss, 0];
    else bad += 1;
    if (bad > firstSchedule.patience) [rate, bad] = [rate * firstSchedule.factor, 0];
    return used;
  });
  expect(new Set(rates).size).toBeGreaterThan(3);
  expect(near(rates)).toEqual(near(followed));
});

test("large first and smaller later ends below the fixed rate where gradients are noisy", () => {
  const run = runOf(firstSchedule);
  expect(sceneOfSchedule(firstSchedule, run).finding).toEqual({
    ko: "마지막 10걸음의 평균 손실은 이 스케줄이 0.00958, 고정 학습률 0.07이 0.0555예요.",
    en: "Mean loss of the last 10 steps: 0.00958 by this schedule, 0.0555 at the fixed rate 0.07.",
  });
});

test("a rate beyond the limit of the bowl is said to diverge, and the plateau of it settles all the same", () => {
  const lab: ScheduleLab = { ...quiet, rate: 0.5, schedule: "plateau", patience: 20, steps: 50 };
  const run = runOf(lab);
  expect(run.fixed.firstStepBeyond).toBe(7);
  expect(sceneOfSchedule(lab, run).finding.en).toContain("diverged (step 7) at the fixed rate 0.5");
});

test.each(groundNames.flatMap((ground) => raceRules.map((rule) => [ground, rule] as const)))(
  "on the %s %s gets lower at the rate that goes with it, which can be set",
  (ground, rule) => {
    const rate = rateOn(ground, rule);
    expect(allRates).toContain(rate);
    const { fixed } = runOf({ ...firstSchedule, ground, rule, rate, noise: 0, steps: 300 });
    expect(fixed.firstStepBeyond).toBeNull();
    expect(fixed.losses.at(-1)).toBeLessThan(0.8 * (fixed.losses[0] ?? 0));
  },
);

test("cuts of stairs are ruled in the plot", () => {
  const lab: ScheduleLab = { ...quiet, schedule: "step" };
  const [rates, losses] = sceneOfSchedule(lab, runOf(lab)).panels;
  expect(rates?.rules.map(({ x }) => x)).toEqual([5, 10, 15]);
  expect(losses?.series.map(({ points }) => points.length)).toEqual([21, 21]);
});

test("every step is a line of the CSV, empty behind a divergence", () => {
  const lines = csvOfSchedule(runOf({ ...quiet, rate: 0.5, schedule: "step", every: 200 })).split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["update,rate,loss,loss_at_fixed_rate,x1,x2", "0,0.5,812,812,2,-9"]);
  expect(lines[20]).toBe("19,0.5,,,,");
  expect(lines.length).toBe(22);
});
