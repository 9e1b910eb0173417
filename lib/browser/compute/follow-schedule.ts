/** Learning-rate schedules as tensor operations over all steps at once; a plateau is followed report by report. */
import {
  add,
  cast,
  cos,
  div,
  floor,
  greater,
  less,
  lessEqual,
  maximum,
  mul,
  pow,
  range,
  scalar,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  tensor1d,
  tidy,
  where,
} from "@tensorflow/tfjs-core";
import type { ComputeFailure } from "@/lib/core/compute/program";
import type { Schedule, ScheduleOutput, ScheduleProgram } from "@/lib/core/compute/schedule-program";
import { leastCut, phasesOf, refusalOfSchedule } from "@/lib/core/compute/schedules";
import { fail, ok, type Result } from "@/lib/core/result";

type Of<Name extends Schedule["name"]> = Extract<Schedule, { name: Name }>;

export function followSchedule(program: ScheduleProgram): Result<ScheduleOutput, ComputeFailure> {
  const refused = refusalOfSchedule(program);
  if (refused) return fail(refused);
  const { schedule, steps } = program;
  const rates =
    schedule.name === "plateau"
      ? plateauRates(schedule, steps)
      : [...tidy(() => ratesOver(schedule, range(0, steps)).dataSync())];
  return ok({ kind: "schedule", rates });
}

function ratesOver(schedule: Exclude<Schedule, { name: "plateau" }>, t: Tensor1D): Tensor1D {
  switch (schedule.name) {
    case "step":
      return mul(schedule.lr, pow(schedule.gamma, floor(div(t, schedule.stepSize))));
    case "piecewise-constant": {
      const passed = schedule.milestones.map(
        (milestone) => cast(lessEqual(milestone, t), "float32") as Tensor1D,
      );
      const count = passed.reduce<Tensor1D>((sum, each) => add(sum, each), mul(t, 0));
      return mul(schedule.lr, pow(schedule.gamma, count));
    }
    case "exponential":
      return mul(schedule.lr, pow(schedule.base, div(t, schedule.every)));
    case "power":
      return div(schedule.lr, pow(add(1, div(t, schedule.s)), scalar(schedule.c)));
    case "onecycle":
      return cycleOver(schedule, t);
  }
}

/** Every phase over every step; the first phase that a step lies in decides. */
function cycleOver(schedule: Of<"onecycle">, t: Tensor1D): Tensor1D {
  const over = phasesOf(schedule).map(({ from, to, start, end }) => {
    const share: Tensor = to === from ? add(mul(t, 0), 1) : div(sub(t, from), to - from);
    const rates: Tensor1D =
      schedule.anneal === "linear"
        ? add(start, mul(end - start, share))
        : add(end, mul((start - end) / 2, add(1, cos(mul(Math.PI, share)))));
    return { to, rates };
  });
  return over.reduceRight<Tensor1D>(
    (later, { to, rates }) => where(lessEqual(t, to), rates, later),
    over.at(-1)?.rates ?? tensor1d([]),
  );
}

function plateauRates(schedule: Of<"plateau">, steps: number): number[] {
  const { factor, patience, cooldown, minLr, metric, mode } = schedule;
  const rates = [schedule.lr];
  let best: number | null = null;
  let [bad, rest] = [0, 0];
  for (const report of metric.slice(0, Math.max(0, steps - 1))) {
    const rate = rates.at(-1) ?? 0;
    if (isBetter(schedule, report, best)) [best, bad] = [report, 0];
    else bad += 1;
    if (rest > 0) [rest, bad] = [rest - 1, 0];
    let next = rate;
    if (bad > patience) {
      const cut = first(() => maximum(mul(rate, factor), minLr));
      next = first(() => sub(rate, cut)) > leastCut ? cut : rate;
      [rest, bad] = [cooldown, 0];
    }
    rates.push(next);
  }
  return rates;

  function isBetter(
    { threshold, thresholdMode }: Of<"plateau">,
    report: number,
    sofar: number | null,
  ): boolean {
    if (sofar === null)
      return Number.isFinite(report) || (mode === "min" ? report < Infinity : report > -Infinity);
    const bound = () => {
      const margin = thresholdMode === "rel" ? mul(threshold, sofar) : scalar(threshold);
      return mode === "min" ? sub(sofar, margin) : add(sofar, margin);
    };
    return first(() => (mode === "min" ? less(report, bound()) : greater(report, bound()))) === 1;
  }
}

const first = (make: () => Tensor): number => tidy(() => sum(make()).dataSync()[0]) ?? Number.NaN;
