/** What the lab of schedules draws of its run, and the numbers of it for a spreadsheet. */
import type { DescentOutput } from "../compute/descent-program";
import { copula, joined } from "../korean";
import { shown } from "../questions/descents";
import { byStep, panelOf, seriesOf, stepAxis } from "../questions/panel";
import type { LinesScene } from "../questions/scenes/lines";
import { rowsAsCsv } from "../rows-as-csv";
import type { Text } from "../text";
import type { ScheduleLab, ScheduleRun } from "./schedule-lab";

const names = {
  schedule: { ko: "이 스케줄", en: "This schedule" },
  fixed: { ko: "고정 학습률", en: "Fixed rate" },
};
/** More rules than this hide the curve. */
const mostRules = 6;
const holds = ["step", "piecewise-constant", "plateau"];

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

export function sceneOfSchedule(lab: ScheduleLab, { rates, training, fixed }: ScheduleRun): LinesScene {
  const hasStairs = holds.includes(lab.schedule);
  const cuts = rates.flatMap((rate, at) => (at > 0 && rate !== rates[at - 1] ? [at] : []));
  const [own, other] = [outcomeOf(training), outcomeOf(fixed)];
  const rate = shown(lab.rate);
  return {
    kind: "lines",
    stops: [],
    panels: [
      panelOf({
        title: { ko: "걸음마다의 학습률", en: "Learning rate by step" },
        xLabel: stepAxis,
        yLabel: { ko: "η", en: "η" },
        series: [
          seriesOf(
            "fixed",
            names.fixed,
            "compared",
            rates.map((_, at) => [at, lab.rate]),
          ),
          seriesOf("schedule", names.schedule, "asked", byStep(rates), hasStairs ? "steps" : "line"),
        ],
        rules: hasStairs
          ? cuts.slice(0, mostRules).map((x) => ({ x, label: { ko: `${x}`, en: `${x}` } }))
          : [],
      }),
      panelOf({
        title: {
          ko: "이 학습률로 한 훈련의 손실, 로그 눈금",
          en: "Loss of training at these rates, log scale",
        },
        xLabel: stepAxis,
        yLabel: { ko: "손실", en: "Loss" },
        yScale: "log",
        series: [
          seriesOf("fixed", names.fixed, "compared", byStep(fixed.losses)),
          seriesOf("schedule", names.schedule, "asked", byStep(training.losses)),
        ],
      }),
    ],
    finding: {
      ko: `마지막 ${lastSteps}걸음의 평균 손실은 이 스케줄이 ${own.ko}, 고정 학습률 ${joined(rate, "이가")} ${other.ko}${copula(other.ko)}.`,
      en: `Mean loss of the last ${lastSteps} steps: ${own.en} by this schedule, ${other.en} at the fixed rate ${rate}.`,
    },
  };
}

/** Row t: the rate of update t, the place and loss that it leads to, and the loss at the fixed rate. */
export function csvOfSchedule({ rates, training, fixed }: ScheduleRun): string {
  const axes = (training.theta[0] ?? []).map((_, axis) => `x${axis + 1}`);
  return rowsAsCsv(
    ["update", "rate", "loss", "loss_at_fixed_rate", ...axes],
    rates.map((rate, at) => [
      at,
      rate,
      training.losses[at + 1] ?? null,
      fixed.losses[at + 1] ?? null,
      ...axes.map((_, axis) => training.theta[at + 1]?.[axis] ?? null),
    ]),
  );
}
