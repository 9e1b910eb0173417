/** The velocity of Momentum as an arrow at every step, made of what it keeps and of the new gradient. */
import type { Text } from "../../text";
import { arrowsOf, byStep, panelOf, seriesOf, stepAxis } from "../panel";
import type { LinesScene, Point } from "../scenes/lines";

interface Motion {
  beta: number;
  /** v after steps 1, 2, …. */
  velocities: number[];
  /** w at steps 0, 1, …, with Momentum and without. */
  weights: number[];
  plain: number[];
  /** What the velocity tends to; null where the gradients change. */
  limit: number | null;
  /** The computation of each step. */
  captions: Text[];
  finding: Text;
}
/** The parts stand left of the sum, in shares of the distance between two steps that are drawn. */
const beside = { kept: -0.26, gradient: -0.1, velocity: 0.1 };
/** More arrows than this hide one another. */
const mostArrows = 10;

export function velocityScene(motion: Motion): LinesScene {
  const { beta, velocities, weights, plain, limit, captions, finding } = motion;
  const steps = velocities.map((v, at) => ({ t: at + 1, v, kept: beta * (velocities[at - 1] ?? 0) }));
  const every = Math.ceil(steps.length / mostArrows);
  const drawn = steps.filter(({ t }) => t % every === 0);
  const stops = drawn.map(({ t }) => t);
  const upright = (t: number, side: number, from: number, to: number): { from: Point; to: Point } => ({
    from: [t + side * every, from],
    to: [t + side * every, to],
  });
  return {
    kind: "lines",
    stops: [0, ...steps.map(({ t }) => t)],
    captions: [{ ko: "처음 속도는 v₀ = 0이에요.", en: "The first velocity is v₀ = 0." }, ...captions],
    panels: [
      panelOf({
        title: { ko: "자라는 속도의 화살표", en: "The arrow of velocity as it grows" },
        xLabel: stepAxis,
        yLabel: { ko: "값", en: "Value" },
        isStill: true,
        series: [
          seriesOf(
            "zero",
            limit === null ? { ko: "0", en: "0" } : { ko: "g/(1 − β)", en: "g/(1 − β)" },
            limit === null ? "faint" : "target",
            [
              [0, limit ?? 0],
              [steps.length, limit ?? 0],
            ],
          ),
          {
            ...arrowsOf(
              "kept",
              { ko: "남은 βv", en: "Kept βv" },
              "faint",
              drawn.map(({ t, kept }) => upright(t, beside.kept, 0, kept)),
            ),
            stops,
          },
          {
            ...arrowsOf(
              "gradient",
              { ko: "새 기울기 g", en: "New gradient g" },
              "compared",
              drawn.map(({ t, kept, v }) => upright(t, beside.gradient, kept, v)),
            ),
            stops,
          },
          {
            ...arrowsOf(
              "v",
              { ko: "속도 v", en: "Velocity v" },
              "momentum",
              drawn.map(({ t, v }) => upright(t, beside.velocity, 0, v)),
            ),
            stops,
          },
        ],
        numbers: {
          columns: [
            stepAxis,
            { ko: "남은 βv", en: "Kept βv" },
            { ko: "새 기울기 g", en: "New gradient g" },
            { ko: "속도 v", en: "Velocity v" },
          ],
          rows: steps.map(({ t, kept, v }) => [t, kept, v - kept, v]),
        },
      }),
      panelOf({
        title: { ko: "가중치", en: "Weight" },
        xLabel: stepAxis,
        yLabel: { ko: "w", en: "w" },
        series: [
          seriesOf("momentum", { ko: "Momentum", en: "Momentum" }, "momentum", byStep(weights)),
          seriesOf("sgd", { ko: "SGD", en: "SGD" }, "sgd", byStep(plain)),
        ],
      }),
    ],
    finding,
  };
}
