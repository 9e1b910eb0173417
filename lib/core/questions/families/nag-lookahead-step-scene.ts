/**
 * Two steps of NAG on a bowl. The two published forms are one movement told from two places: where the textbook's form
 * looks ahead to is the weight of the frameworks' form, and where a framework's gradient leads is the textbook's weight.
 * So the ghost in the picture of one form is the run of the other.
 */
import type { Text } from "../../text";
import { shown, sub } from "../descents";
import { arrowsOf, curveOf, panelOf, seriesOf, stepAxis } from "../panel";
import type { LinesScene, Panel, Point } from "../scenes/lines";
import { aheadCaptions, findingOf, frameworkCaptions } from "./nag-lookahead-step-scene-words";

interface Asked {
  bowl: number;
  rate: number;
  beta: number;
  form: "lookahead" | "framework";
}
interface Runs {
  /** Weights of the asked form, of the other one and of Momentum at steps 0, 1, 2, …. */
  asked: readonly number[];
  other: readonly number[];
  momentum: readonly number[];
  /** The velocity of the asked form after steps 1, 2, …. */
  velocity: readonly number[];
}

const drawn = 2;
const ghostName = {
  lookahead: { ko: "내다본 점", en: "Look ahead" },
  framework: { ko: "교과서 형태의 w", en: "Textbook's w" },
};
/** Of the two arrows of a step: what the velocity carries, and what the gradient does. */
const carried: Text = { ko: "−ηβv", en: "−ηβv" };
const pulled: Text = { ko: "−ηg", en: "−ηg" };
const beside = 0.12;

/** Each step has three stops: a look ahead (or the slope), the slope (or the gradient's part), the step. */
export function ghostScene({ bowl, rate, beta, form }: Asked, runs: Runs): LinesScene {
  const isAhead = form === "lookahead";
  const { asked, other, momentum, velocity } = runs;
  const loss = (w: number) => bowl * w * w;
  const on = (w: number): Point => [w, loss(w)];
  const steps = Array.from({ length: drawn }, (_, at) => {
    const w = asked[at] ?? 0;
    const ghost = other[isAhead ? at : at + 1] ?? 0;
    const measured = isAhead ? ghost : w;
    return {
      t: at + 1,
      /** The stop before this step. */
      stop: 3 * at,
      w,
      ghost,
      measured,
      slope: 2 * bowl * measured,
      v: velocity[at] ?? 0,
      before: velocity[at - 1] ?? 0,
      next: asked[at + 1] ?? 0,
    };
  });
  const reach = Math.max(...[...asked, ...other, ...momentum].map(Math.abs)) * 1.1;
  const places = asked.slice(0, drawn + 1);
  const placeStops = places.map((_, at) => 3 * at);
  const [last] = steps.slice(-1);
  const arrows = (id: string, name: Text, side: number, ends: (step: (typeof steps)[number]) => Point) =>
    arrowsOf(
      id,
      name,
      id === "carried" ? "faint" : "compared",
      steps.map((step) => {
        const [from, to] = ends(step);
        return { from: [step.t + side, from], to: [step.t + side, to] };
      }),
    );
  const parts = {
    carried: arrows("carried", carried, isAhead ? -beside : beside, ({ w, ghost, next }) =>
      isAhead ? [w, ghost] : [ghost, next],
    ),
    pulled: arrows("pulled", pulled, isAhead ? beside : -beside, ({ w, ghost, next }) =>
      isAhead ? [ghost, next] : [w, ghost],
    ),
  };
  return {
    kind: "lines",
    stops: Array.from({ length: 3 * drawn + 1 }, (_, stop) => stop),
    captions: [
      {
        ko: `w₀ = ${shown(places[0] ?? 0)}에서 출발해요.`,
        en: `It starts at w₀ = ${shown(places[0] ?? 0)}.`,
      },
      ...steps.flatMap((step) =>
        isAhead ? aheadCaptions(step, rate, beta) : frameworkCaptions(step, rate, beta),
      ),
    ],
    panels: [
      panelOf({
        title: { ko: "그릇 위의 두 걸음", en: "Two steps on the bowl" },
        xLabel: { ko: "w", en: "w" },
        yLabel: { ko: "손실", en: "Loss" },
        isStill: true,
        series: [
          seriesOf("loss", { ko: "손실", en: "Loss" }, "faint", curveOf(-reach, reach, loss)),
          {
            ...seriesOf(
              "momentum",
              { ko: "Momentum", en: "Momentum" },
              "momentum",
              momentum.slice(0, drawn + 1).map(on),
              "trail",
            ),
            stops: placeStops,
          },
          { ...seriesOf("nag", { ko: "NAG", en: "NAG" }, "nag", places.map(on), "trail"), stops: placeStops },
        ],
        marks: [
          { x: places[0] ?? 0, y: loss(places[0] ?? 0), label: { ko: "w₀", en: "w₀" }, pen: "mark" },
          // Without a velocity nothing is ahead.
          ...steps
            .filter(({ ghost, w }) => ghost !== w)
            .map(({ ghost, t, stop }): Panel["marks"][number] => ({
              x: ghost,
              y: loss(ghost),
              label: { ko: `${ghostName[form].ko} ${sub(t)}`, en: `${ghostName[form].en} ${sub(t)}` },
              pen: "ghost",
              seen: t === last?.t ? [stop + (isAhead ? 1 : 2)] : [stop + (isAhead ? 1 : 2), stop + 3],
            })),
        ],
        segments: steps.map(({ measured, slope, stop, t }): Panel["segments"][number] => ({
          from: [measured - reach / 4, loss(measured) - (slope * reach) / 4],
          to: [measured + reach / 4, loss(measured) + (slope * reach) / 4],
          pen: "red",
          seen: t === last?.t ? [stop + (isAhead ? 2 : 1)] : [stop + (isAhead ? 2 : 1), stop + 3],
        })),
        numbers: {
          columns: [
            stepAxis,
            { ko: "기울기를 잰 점", en: "Point of the slope" },
            { ko: "g", en: "g" },
            { ko: "v", en: "v" },
            { ko: "w", en: "w" },
            ghostName[form],
            { ko: "Momentum", en: "Momentum" },
          ],
          rows: [
            [0, "–", "–", 0, asked[0] ?? 0, "–", momentum[0] ?? 0],
            ...steps.map(({ t, measured, slope, v, next, ghost }) => [
              t,
              measured,
              slope,
              v,
              next,
              ghost,
              momentum[t] ?? 0,
            ]),
          ],
        },
      }),
      panelOf({
        title: { ko: "걸음을 이루는 두 화살표", en: "The two arrows of a step" },
        xLabel: stepAxis,
        yLabel: { ko: "w", en: "w" },
        isStill: true,
        series: [
          {
            ...seriesOf(
              "nag",
              { ko: "NAG", en: "NAG" },
              "nag",
              places.map((w, at) => [at, w]),
            ),
            stops: placeStops,
          },
          { ...parts.carried, stops: steps.map(({ stop }) => stop + (isAhead ? 1 : 3)) },
          { ...parts.pulled, stops: steps.map(({ stop }) => stop + (isAhead ? 3 : 2)) },
        ],
        numbers: {
          columns: [stepAxis, carried, pulled, { ko: "w", en: "w" }],
          rows: steps.map(({ t, w, ghost, next }) => [
            t,
            ...(isAhead ? [ghost - w, next - ghost] : [next - ghost, ghost - w]),
            next,
          ]),
        },
      }),
    ],
    finding: findingOf(form, asked[drawn] ?? 0, momentum[drawn] ?? 0, last?.ghost ?? 0),
  };
}
