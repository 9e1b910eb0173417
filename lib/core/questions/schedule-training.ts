/** The training that a schedule causes: plain descent on a noisy bowl by its rates, beside the same at one fixed rate. */
import type { DescentOutput } from "../compute/descent-program";
import { drawNoise } from "../compute/noise";
import type { BatchProgram, Output } from "../compute/program";
import type { Schedule } from "../compute/schedule-program";
import { runSchedule } from "../compute/schedules";
import { copula, joined } from "../korean";
import { runOfSchedule, type ScheduleRun } from "../lab/schedule-lab";
import type { Text } from "../text";
import { descendOn, shown } from "./descents";
import { byStep, panelOf, seriesOf, stepAxis } from "./panel";
import type { Panel } from "./scenes/lines";

/** With fewer steps a training shows nothing. */
const fewest = 40;
export const longEnough = (steps: number): number => Math.max(fewest, steps);
const seed = 7;

/**
 * A bowl on which `rate`, the highest of the schedule, just gets on: three times as steep one way, with noise that keeps
 * a fixed rate from coming to rest. Scaled by the rate, it shows the shape of the schedule and not its size.
 */
export function trainBy(schedule: Schedule, rate: number, steps: number): BatchProgram {
  const run = runSchedule({ kind: "schedule", schedule, steps });
  const rates = run.ok ? run.value.rates : [];
  const descent = {
    ...descendOn("sgd", {}, { name: "quadratic", curvature: [1.6 / rate, 0.5 / rate] }, [2, 3], steps),
    noise: drawNoise({ size: 0.3 / rate, seed }, steps, 2),
  };
  return {
    kind: "batch",
    programs: [
      { kind: "schedule", schedule, steps },
      { ...descent, rates },
      { ...descent, rates: rates.map(() => rate) },
    ],
  };
}

export const scheduleName: Text = { ko: "이 스케줄", en: "This schedule" };
export const fixedName: Text = { ko: "고정 학습률", en: "Fixed rate" };

/** The mean loss over this many last steps: with noise a single one says little. */
const lastSteps = 10;

/** "0.012", or where it flew apart. */
function outcomeOf({ losses, firstStepBeyond }: DescentOutput): Text {
  if (firstStepBeyond !== null)
    return { ko: `발산(${firstStepBeyond}걸음째)`, en: `diverged (step ${firstStepBeyond})` };
  const last = losses.slice(-lastSteps);
  const mean = shown(last.reduce((sum, loss) => sum + loss, 0) / last.length, 3);
  return { ko: mean, en: mean };
}

export const trainingPanel = ({ training, fixed }: ScheduleRun): Panel =>
  panelOf({
    title: {
      ko: "이 학습률로 한 훈련의 손실, 로그 눈금",
      en: "Loss of training at these rates, log scale",
    },
    xLabel: stepAxis,
    yLabel: { ko: "손실", en: "Loss" },
    yScale: "log",
    series: [
      seriesOf("fixed", fixedName, "compared", byStep(fixed.losses)),
      seriesOf("schedule", scheduleName, "asked", byStep(training.losses)),
    ],
  });

/** How the two trainings ended. */
export function trainingFinding({ training, fixed }: ScheduleRun, fixedRate: number): Text {
  const [own, other] = [outcomeOf(training), outcomeOf(fixed)];
  const rate = shown(fixedRate);
  return {
    ko: `마지막 ${lastSteps}걸음의 평균 손실은 이 스케줄이 ${own.ko}, 고정 학습률 ${joined(rate, "이가")} ${other.ko}${copula(other.ko)}.`,
    en: `Mean loss of the last ${lastSteps} steps: ${own.en} by this schedule, ${other.en} at the fixed rate ${rate}.`,
  };
}

/** What the training adds to the picture of a schedule; nothing where it was not run. */
export function besideSchedule(
  beside: Output | undefined,
  fixedRate: number,
): { panels: Panel[]; told: Text; rates: number[] | null } {
  const run = beside && runOfSchedule(beside);
  if (!run) return { panels: [], told: { ko: "", en: "" }, rates: null };
  const { ko, en } = trainingFinding(run, fixedRate);
  return { panels: [trainingPanel(run)], told: { ko: ` ${ko}`, en: ` ${en}` }, rates: run.rates };
}
