/** What the lab of schedules draws of its run, and the numbers of it for a spreadsheet. */
import { byStep, panelOf, seriesOf, stepAxis } from "../questions/panel";
import type { LinesScene } from "../questions/scenes/lines";
import { fixedName, scheduleName, trainingFinding, trainingPanel } from "../questions/schedule-training";
import { rowsAsCsv } from "../rows-as-csv";
import type { ScheduleLab, ScheduleRun } from "./schedule-lab";

/** More rules than this hide the curve. */
const mostRules = 6;
const holds = ["step", "piecewise-constant", "plateau"];

export function sceneOfSchedule(lab: ScheduleLab, run: ScheduleRun): LinesScene {
  const { rates } = run;
  const hasStairs = holds.includes(lab.schedule);
  const cuts = rates.flatMap((rate, at) => (at > 0 && rate !== rates[at - 1] ? [at] : []));
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
            fixedName,
            "compared",
            rates.map((_, at) => [at, lab.rate]),
          ),
          seriesOf("schedule", scheduleName, "asked", byStep(rates), hasStairs ? "steps" : "line"),
        ],
        rules: hasStairs
          ? cuts.slice(0, mostRules).map((x) => ({ x, label: { ko: `${x}`, en: `${x}` } }))
          : [],
      }),
      trainingPanel(run),
    ],
    finding: trainingFinding(run, lab.rate),
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
