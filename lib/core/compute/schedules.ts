/** Learning-rate schedules in plain float64, by the formulas that PyTorch's schedulers follow. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure } from "./program";
import type { Schedule, ScheduleOutput, ScheduleProgram } from "./schedule-program";

type Of<Name extends Schedule["name"]> = Extract<Schedule, { name: Name }>;

/** One stretch of a cycle: from this step and rate to that step and rate. */
export interface Phase {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Two phases up and down; three go down to the start first and to the end then. Ends may be fractions of a step. */
export function phasesOf({
  totalSteps,
  maxLr,
  pctStart,
  divFactor,
  finalDivFactor,
  threePhase,
}: Of<"onecycle">): Phase[] {
  const first = maxLr / divFactor;
  const last = first / finalDivFactor;
  const top = pctStart * totalSteps - 1;
  const back = 2 * pctStart * totalSteps - 2;
  const up = { from: 0, to: top, start: first, end: maxLr };
  return threePhase
    ? [
        up,
        { from: top, to: back, start: maxLr, end: first },
        { from: back, to: totalSteps - 1, start: first, end: last },
      ]
    : [up, { from: top, to: totalSteps - 1, start: maxLr, end: last }];
}

function cycleAt(schedule: Of<"onecycle">, t: number): number {
  const phases = phasesOf(schedule);
  const { from, to, start, end } = phases.find((phase) => t <= phase.to) ?? (phases.at(-1) as Phase);
  const share = to === from ? 1 : (t - from) / (to - from);
  return schedule.anneal === "linear"
    ? start + (end - start) * share
    : end + ((start - end) / 2) * (1 + Math.cos(Math.PI * share));
}

/** Whether a report is better than the best so far by more than the threshold. */
export function isBetter(
  { mode, threshold, thresholdMode }: Of<"plateau">,
  metric: number,
  best: number,
): boolean {
  if (!Number.isFinite(best)) return mode === "min" ? metric < best : metric > best;
  const margin = thresholdMode === "rel" ? threshold * best : threshold;
  return mode === "min" ? metric < best - margin : metric > best + margin;
}
/** A cut smaller than this is not made. */
export const leastCut = 1e-8;

/** A plateau that is told one report after another; each answer is the rate of the next update. */
function plateauOf(schedule: Of<"plateau">): (report: number) => number {
  const { factor, patience, cooldown, minLr, mode } = schedule;
  let rate = schedule.lr;
  let [best, bad, rest] = [mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, 0, 0];
  return (report) => {
    if (isBetter(schedule, report, best)) [best, bad] = [report, 0];
    else bad += 1;
    if (rest > 0) [rest, bad] = [rest - 1, 0];
    if (bad > patience) {
      const cut = Math.max(rate * factor, minLr);
      rate = rate - cut > leastCut ? cut : rate;
      [rest, bad] = [cooldown, 0];
    }
    return rate;
  };
}

function plateauRates(schedule: Of<"plateau">, steps: number): number[] {
  return [schedule.lr, ...schedule.metric.slice(0, Math.max(0, steps - 1)).map(plateauOf(schedule))];
}

/** The rate of update t, asked for in order from 0; a plateau judges by the report that came before it. */
export function followerOf(schedule: Schedule): (t: number, report: number) => number {
  if (schedule.name !== "plateau") return (t) => rateAt(schedule, t);
  const next = plateauOf(schedule);
  return (t, report) => (t === 0 ? schedule.lr : next(report));
}

function rateAt(schedule: Exclude<Schedule, { name: "plateau" }>, t: number): number {
  switch (schedule.name) {
    case "step":
      return schedule.lr * schedule.gamma ** Math.floor(t / schedule.stepSize);
    case "piecewise-constant":
      return schedule.lr * schedule.gamma ** schedule.milestones.filter((milestone) => milestone <= t).length;
    case "exponential":
      return schedule.lr * schedule.base ** (t / schedule.every);
    case "power":
      return schedule.lr / (1 + t / schedule.s) ** schedule.c;
    case "onecycle":
      return cycleAt(schedule, t);
  }
}

/** Why a schedule cannot be followed, or null. */
export function refusalOfSchedule({ schedule, steps }: ScheduleProgram): ComputeFailure | null {
  const bad = (message: string): ComputeFailure => ({ kind: "bad-field", message });
  if (!Number.isInteger(steps) || steps < 1 || steps > 100_000)
    return bad("steps is a whole number from 1 to 100000");
  if (schedule.name === "step" && schedule.stepSize < 1) return bad("stepSize is at least 1");
  if (schedule.name === "exponential" && schedule.every === 0) return bad("s is not 0");
  if (schedule.name === "power" && schedule.s === 0) return bad("s is not 0");
  if (schedule.name === "onecycle" && (steps > schedule.totalSteps || schedule.totalSteps < 1))
    return bad("a cycle has at most totalSteps rates");
  if (schedule.name === "plateau" && schedule.metric.length < steps - 1)
    return bad("one metric for each step but the last");
  return null;
}

export function runSchedule(program: ScheduleProgram): Result<ScheduleOutput, ComputeFailure> {
  const refused = refusalOfSchedule(program);
  if (refused) return fail(refused);
  const { schedule, steps } = program;
  const rates =
    schedule.name === "plateau"
      ? plateauRates(schedule, steps)
      : Array.from({ length: steps }, (_, t) => rateAt(schedule, t));
  return ok({ kind: "schedule", rates });
}
