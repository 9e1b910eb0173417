/** A moving average as it takes its values in, and the weights that it gives to old ones beside those of a hard window. */
import { joined } from "../../korean";
import { inTerm, shown } from "../descents";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import type { LinesScene, Panel, Point } from "../scenes/lines";

interface Average {
  rho: number;
  series: number[];
  /** Steps ago of the value whose weight is asked. */
  age: number;
  asks: "average" | "corrected" | "weight" | "length";
}

/** `memory` is the average after each value of the series, and `value` the asked one as it is written. */
export function weightsScene(
  { rho, series, age, asks }: Average,
  memory: readonly number[],
  value: string,
): LinesScene {
  const reach = 1 / (1 - rho);
  const ages = Array.from({ length: Math.min(40, Math.max(8, Math.ceil(2.5 * reach))) }, (_, at) => at);
  const wide = Math.round(reach);
  const weightOf = (each: number) => (1 - rho) * rho ** each;
  const inside = ages.filter((each) => each < reach - 1e-9).reduce((sum, each) => sum + weightOf(each), 0);
  const isTaking = asks === "average" || asks === "corrected";
  const bars = panelOf({
    title: { ko: "몇 걸음 전의 값에 얼마의 무게가 가나", en: "Weight by age of a value" },
    xLabel: { ko: "몇 걸음 전", en: "Steps ago" },
    yLabel: { ko: "무게", en: "Weight" },
    isStill: isTaking,
    series: [
      {
        ...seriesOf(
          "ema",
          { ko: "지수 이동 평균", en: "Moving average" },
          "asked",
          ages.map((each) => [each + 0.4, weightOf(each)]),
          "boxes",
        ),
        tails: ages.map((each): Point => [each - 0.4, 0]),
        stops: ages,
      },
      {
        ...seriesOf(
          "window",
          { ko: `최근 ${wide}개의 평균`, en: `Mean of the last ${wide}` },
          "compared",
          [[wide - 0.5, 1 / wide]],
          "boxes",
        ),
        tails: [[-0.5, 0]],
        stops: [0],
      },
    ],
    marks:
      asks === "weight"
        ? [{ x: age, y: weightOf(age), label: { ko: value, en: value }, pen: "pine", seen: [age] }]
        : [],
    numbers: {
      columns: [
        { ko: "몇 걸음 전", en: "Steps ago" },
        { ko: "지수 이동 평균", en: "Moving average" },
        { ko: `최근 ${wide}개의 평균`, en: `Mean of the last ${wide}` },
      ],
      rows: ages.map((each) => [each, weightOf(each), each < wide ? 1 / wide : 0]),
    },
  });
  return {
    kind: "lines",
    ...(isTaking ? takingIn(series, memory, rho, bars) : { stops: ages, panels: [bars] }),
    finding: {
      ko: `무게의 ${Math.round(inside * 100)} %가 최근 ${wide}개에 있고, 나머지는 더 오래된 값에 조금씩 남아 있어요.`,
      en: `The last ${wide} values have ${Math.round(inside * 100)} % of the weight; the rest lies in older ones.`,
    },
  };
}

/** The series comes in value by value; the weights stay whole below it. */
function takingIn(
  series: readonly number[],
  memory: readonly number[],
  rho: number,
  bars: Panel,
): Pick<LinesScene, "stops" | "captions" | "panels"> {
  const { stops: _, ...ema } = bars.series[0] ?? seriesOf("ema", bars.title, "asked", []);
  return {
    stops: [0, ...series.map((_value, at) => at + 1)],
    captions: [
      { ko: "m₀ = 0에서 시작해요.", en: "It starts at m₀ = 0." },
      ...series.map((each, at) => {
        const m = `m = ${rho} × ${inTerm(memory[at - 1] ?? 0)} + ${shown(1 - rho, 3)} × ${inTerm(each)}`;
        return {
          ko: `${joined(shown(each), "이가")} 들어와 ${m} = ${shown(memory[at] ?? 0)}`,
          en: `${shown(each)} comes in: ${m} = ${shown(memory[at] ?? 0)}`,
        };
      }),
    ],
    panels: [
      panelOf({
        title: { ko: "들어온 값과 평균", en: "Values and their average" },
        xLabel: stepAxis,
        yLabel: { ko: "값", en: "Value" },
        series: [
          seriesOf("value", { ko: "들어온 값", en: "Values" }, "compared", byStep(series, 1), "dots"),
          seriesOf("ema", { ko: "지수 이동 평균", en: "Moving average" }, "asked", byStep([0, ...memory])),
        ],
      }),
      { ...bars, series: [ema, ...bars.series.slice(1)] },
    ],
  };
}
