/** What the learning-rate finder draws of its run, and the numbers of it for a spreadsheet. */
import { joined } from "../korean";
import { shown } from "../questions/descents";
import { panelOf, seriesOf } from "../questions/panel";
import type { LinesScene, Panel } from "../questions/scenes/lines";
import { rowsAsCsv } from "../rows-as-csv";
import type { Text } from "../text";
import { bowlLimit, type FinderRun, findRates, type RateFinderLab } from "./rate-finder-lab";

/** Losses beyond so many times the first are left out of the plot: they would press the rest together. */
const mostTimes = 100;

export function sceneOfFinder(lab: RateFinderLab, run: FinderRun): LinesScene {
  const { rates, losses } = run;
  const { steepest, diverged } = findRates(run);
  const most = mostTimes * (losses[0] ?? 0);
  const after = (update: number) => losses[update + 1] ?? Number.NaN;
  const mark = (update: number | null, pen: "pine" | "red"): Panel["marks"] => {
    const [x, y] = update === null ? [0, Number.NaN] : [rates[update] ?? 0, after(update)];
    return y > 0 && y <= most ? [{ x, y, label: { ko: shown(x, 2), en: shown(x, 2) }, pen }] : [];
  };
  return {
    kind: "lines",
    stops: [],
    panels: [
      panelOf({
        title: { ko: "커지는 학습률과 손실, 로그 눈금", en: "Loss as the rate grows, log scales" },
        xLabel: { ko: "학습률", en: "Learning rate" },
        yLabel: { ko: "손실", en: "Loss" },
        xScale: "log",
        yScale: "log",
        series: [
          seriesOf(
            "loss",
            { ko: "손실", en: "Loss" },
            "asked",
            rates.map((rate, at) => [rate, after(at) <= most ? after(at) : null]),
          ),
        ],
        marks: [...mark(steepest, "pine"), ...mark(diverged, "red")],
        rules: diverged === null ? [] : [{ x: rates[diverged] ?? 1, label: { ko: "발산", en: "diverged" } }],
      }),
    ],
    finding: findingOf(lab, run),
  };
}

function findingOf({ ground, rule }: RateFinderLab, run: FinderRun): Text {
  const { steepest, diverged } = findRates(run);
  const rateAt = (update: number) => shown(run.rates[update] ?? Number.NaN, 2);
  if (steepest === null)
    return {
      ko: "손실이 한 번도 처음보다 작아지지 않았어요. 더 작은 학습률에서 시작해 보세요.",
      en: "The loss never fell below where it began. Start from a smaller rate.",
    };
  const fall = rateAt(steepest);
  if (diverged === null)
    return {
      ko: `손실은 학습률 ${fall}에서 가장 가파르게 줄었고, 이 범위에서는 발산하지 않았어요.`,
      en: `The loss fell most steeply at rate ${fall} and did not diverge in this range.`,
    };
  const end = rateAt(diverged);
  const isKnown = ground === "bowl" && rule === "sgd";
  return {
    ko: `손실은 학습률 ${fall}에서 가장 가파르게 줄었고, ${end}에서 처음 손실을 넘어 발산했어요.${isKnown ? ` 학습률이 2/20 = ${joined(bowlLimit, "을를")} 넘으면 가장 굽은 쪽부터 걸음마다 커져요.` : ""}`,
    en: `The loss fell most steeply at rate ${fall} and had diverged above the first loss at ${end}.${isKnown ? ` Beyond 2/20 = ${bowlLimit} the most curved side grows with every step.` : ""}`,
  };
}

/** Row t: the rate of update t and the loss after it. */
export const csvOfFinder = ({ rates, losses }: FinderRun): string =>
  rowsAsCsv(
    ["update", "rate", "loss"],
    rates.map((rate, at) => [at, rate, losses[at + 1] ?? null]),
  );
