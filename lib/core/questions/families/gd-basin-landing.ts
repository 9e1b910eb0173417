/** Two valleys of different depth: in which does a descent come to rest, and where? */

import type { DescentProgram } from "../../compute/descent-program";
import type { BatchProgram, Output } from "../../compute/program";
import { valueAt } from "../../compute/surfaces";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { descendOn, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, curveOf, panelOf, seriesOf, stepAxis, stopsOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  decimals,
  type GdBasinLanding,
  landingOf,
  mistakes,
  optionIds,
  restsOf,
  sideOf,
  steps,
  surfaceOf,
} from "./gd-basin-landing-rules";

/** A start moved by this much has to come to rest in the same valley, or rounding might decide. */
const nudge = 0.004;

const plans: Record<Level, { beta: number[]; asks: GdBasinLanding["asks"][] }> = {
  1: { beta: [0], asks: ["valley"] },
  2: { beta: [0, 0.8, 0.9], asks: ["valley"] },
  3: { beta: [0, 0.7, 0.8, 0.9], asks: ["valley", "place"] },
};

function propose(rng: Rng, level: Level, separating = ""): GdBasinLanding {
  const needsMomentum = separating.startsWith("momentum-");
  const asks =
    separating === "top-for-rest" || separating === "start-kept" ? "place" : rng.pick(plans[level].asks);
  return {
    tilt: rng.pick([-0.4, -0.3, -0.2, 0.2, 0.3, 0.4]),
    start: rng.pick([-1.8, -1.6, -1.4, -0.6, -0.3, 0.3, 0.6, 1.4, 1.6, 1.8]),
    rate: rng.pick([0.02, 0.03, 0.05]),
    beta: needsMomentum ? rng.pick([0.8, 0.9]) : rng.pick(plans[level].beta),
    asks: separating !== "" && asks !== "place" ? "valley" : asks,
    turn: rng.int(0, 3),
  };
}

function legal(params: unknown): params is GdBasinLanding {
  const { tilt, start, rate, beta, asks, turn } = fieldsOf(params) ?? {};
  return (
    isBetween(tilt, -0.6, 0.6) &&
    Math.abs(Number(tilt)) >= 0.1 &&
    isBetween(start, -2, 2) &&
    isBetween(rate, 0.005, 0.08) &&
    isBetween(beta, 0, 0.9) &&
    (asks === "valley" || asks === "place") &&
    isWhole(turn, 0, 3)
  );
}

const descentOf = ({ tilt, start, rate: lr }: GdBasinLanding, beta: number): DescentProgram =>
  descendOn(beta === 0 ? "sgd" : "momentum", { lr, momentum: beta }, surfaceOf(tilt), [start], steps);

/** The asked descent, and the same without momentum where it has some. */
const solve = (params: GdBasinLanding): BatchProgram => ({
  kind: "batch",
  programs: [...new Set([params.beta, 0])].map((beta) => descentOf(params, beta)),
});

function pathsOf(output: Output): [asked: number[], plain: number[]] {
  const [asked = [], plain = asked] = takeBatch(output, "descent").map(
    (run) => run?.theta.map(([w = Number.NaN]) => w) ?? [],
  );
  return [asked, plain];
}

function read(output: Output, { tilt, asks }: GdBasinLanding): Truth {
  const rest = pathsOf(output)[0].at(-1) ?? Number.NaN;
  return asks === "place" ? numberTruth(rest, decimals) : { kind: "choice", id: sideOf(rest, tilt) };
}

/** Every descent of the question has come to rest, and a nudge of the start changes nothing. */
function isDecided(params: GdBasinLanding): boolean {
  return [params.beta, 0].every((beta) => {
    const [side, ...others] = [0, -nudge, nudge].map((moved) =>
      landingOf(params, beta, params.start + moved),
    );
    return side !== null && others.every((other) => other === side);
  });
}

const valleys = {
  left: { ko: "왼쪽 골짜기", en: "The left valley" },
  right: { ko: "오른쪽 골짜기", en: "The right valley" },
  top: { ko: "가운데 언덕", en: "The hill between" },
  none: { ko: "멎지 않고 계속 움직인다", en: "It never comes to rest" },
} as const;
const lossText = (tilt: number): string => `(w² − 1)² ${tilt < 0 ? "−" : "+"} ${Math.abs(tilt)}w`;

function ask({ tilt, start, rate, beta, asks, turn }: GdBasinLanding): Ask {
  const loss = lossText(tilt);
  const method =
    beta === 0 ? { ko: "경사하강법", en: "Gradient descent" } : { ko: "Momentum", en: "Momentum" };
  const options = optionIds.map((id) => ({ id, text: valleys[id] }));
  return {
    prompt:
      asks === "valley"
        ? {
            ko: `손실 ${loss}의 w₀ = ${shown(start)}에서 출발한 ${joined(method.ko, "은는")} 어디에서 멎나요?`,
            en: `${method.en} starts at w₀ = ${shown(start)} on the loss ${loss}. Where does it come to rest?`,
          }
        : {
            ko: `손실 ${loss}의 w₀ = ${shown(start)}에서 출발한 ${joined(method.ko, "이가")} 멎는 w는 얼마인가요?`,
            en: `${method.en} starts at w₀ = ${shown(start)} on the loss ${loss}. At which w does it come to rest?`,
          },
    given: [
      beta === 0
        ? {
            ko: `w ← w − η L′(w), η = ${rate}, ${steps}걸음`,
            en: `w ← w − η L′(w), η = ${rate}, ${steps} steps`,
          }
        : {
            ko: `v ← βv + L′(w), w ← w − ηv, η = ${rate}, β = ${beta}, v₀ = 0, ${steps}걸음`,
            en: `v ← βv + L′(w), w ← w − ηv, η = ${rate}, β = ${beta}, v₀ = 0, ${steps} steps`,
          },
      ...(asks === "place"
        ? [{ ko: `L′(w) = 4w³ − 4w ${slopeEnd(tilt)}`, en: `L′(w) = 4w³ − 4w ${slopeEnd(tilt)}` }]
        : []),
    ],
    figures: [
      {
        kind: "curves",
        label: { ko: "손실", en: "Loss" },
        xLabel: { ko: "w", en: "w" },
        yLabel: { ko: "L(w)", en: "L(w)" },
        yScale: "linear",
        series: [
          {
            label: { ko: "L(w)", en: "L(w)" },
            points: curveOf(-1.9, 1.9, (w) => valueAt(surfaceOf(tilt), [w]), 38).map(([w, loss]) => [
              Number(w.toFixed(2)),
              Number(loss.toFixed(4)),
            ]),
          },
        ],
      },
    ],
    answer:
      asks === "valley"
        ? { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] }
        : { kind: "number", label: { ko: "멎는 w", en: "w at rest" }, decimals },
  };
}
const slopeEnd = (tilt: number): string => `${tilt < 0 ? "−" : "+"} ${Math.abs(tilt)}`;

function explain({ tilt, start, beta }: GdBasinLanding, output: Output): Explanation {
  const [asked, plain] = pathsOf(output);
  const surface = surfaceOf(tilt);
  const loss = (w: number) => valueAt(surface, [w]);
  const rest = asked.at(-1) ?? 0;
  const deep = restsOf(tilt)[tilt > 0 ? "left" : "right"];
  const isDeep = Math.abs(rest - deep) < 0.1;
  const own = beta === 0 ? ("sgd" as const) : ("momentum" as const);
  return {
    steps: [
      beta === 0
        ? {
            ko: "기울기만 따라가면 언덕을 넘지 못해요. 출발한 쪽 골짜기의 바닥에서 멎어요.",
            en: "Following the slope alone never climbs. It rests at the bottom of the valley where it started.",
          }
        : {
            ko: `속도가 걸음마다 β = ${beta}배 남아서, 빠르면 언덕을 넘고 느리면 되돌아와요.`,
            en: `β = ${beta} of the velocity stays at every step. Fast enough it crosses the hill, too slow it rolls back.`,
          },
      {
        ko: `멎은 곳 w = ${shown(rest, 4)}의 손실은 ${shown(loss(rest), 4)}, 더 깊은 골짜기 w = ${shown(deep, 4)}의 손실은 ${shown(loss(deep), 4)}${copula(shown(loss(deep), 4))}.`,
        en: `At rest w = ${shown(rest, 4)} the loss is ${shown(loss(rest), 4)}; the deeper valley w = ${shown(deep, 4)} has ${shown(loss(deep), 4)}.`,
      },
    ],
    scene: {
      kind: "lines",
      stops: stopsOf(asked.length - 1),
      panels: [
        panelOf({
          isStill: true,
          title: { ko: "두 골짜기와 지나온 자리", en: "Two valleys and the places passed" },
          xLabel: { ko: "w", en: "w" },
          yLabel: { ko: "손실", en: "Loss" },
          series: [
            seriesOf("loss", { ko: "손실", en: "Loss" }, "faint", curveOf(-2, 2, loss)),
            {
              ...seriesOf(
                "path",
                beta === 0 ? { ko: "SGD", en: "SGD" } : { ko: "Momentum", en: "Momentum" },
                own,
                asked.map((w) => [w, loss(w)]),
                "trail",
              ),
              stops: asked.map((_, step) => step),
            },
          ],
          marks: [
            { x: start, y: loss(start), label: { ko: "출발", en: "Start" }, pen: "mark" },
            {
              x: rest,
              y: loss(rest),
              label: { ko: "멎은 곳", en: "At rest" },
              pen: isDeep ? "pine" : "red",
              seen: [asked.length - 1],
            },
          ],
          numbers: {
            columns: [
              { ko: "걸음", en: "Step" },
              { ko: "w", en: "w" },
              { ko: "손실", en: "Loss" },
            ],
            rows: stopsOf(asked.length - 1).map((step) => [step, asked[step] ?? 0, loss(asked[step] ?? 0)]),
          },
        }),
        panelOf({
          title: { ko: "걸음마다의 w", en: "w step by step" },
          xLabel: stepAxis,
          yLabel: { ko: "w", en: "w" },
          series: [
            ...(beta === 0
              ? []
              : [
                  seriesOf(
                    "momentum",
                    { ko: "Momentum", en: "Momentum" },
                    "momentum" as const,
                    byStep(asked),
                  ),
                ]),
            seriesOf("sgd", { ko: "SGD", en: "SGD" }, "sgd", byStep(plain)),
          ],
        }),
      ],
      finding: isDeep
        ? {
            ko: `w = ${shown(rest, 3)}에서 멎었어요. 두 골짜기 가운데 더 깊은 쪽이에요.`,
            en: `It rests at w = ${shown(rest, 3)}, the deeper of the two valleys.`,
          }
        : {
            ko: `w = ${shown(rest, 3)}에서 멎었어요. 더 깊은 골짜기가 w = ${shown(deep, 3)}에 따로 있어요. 지역 최솟값이에요.`,
            en: `It rests at w = ${shown(rest, 3)}, a local minimum: the deeper valley is at w = ${shown(deep, 3)}.`,
          },
    },
  };
}

const judging = { id: "gd-basin-landing", solve, read, mistakes, legal };

export const gdBasinLanding: Family<GdBasinLanding> = {
  ...judging,
  version: 1,
  title: { ko: "어느 골짜기에서 멎을까", en: "Which valley it rests in" },
  concepts: ["local-minimum", "gradient-descent", "momentum"],
  answer: "choice",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is GdBasinLanding => legal(params) && isDecided(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      // Plain descent that starts on the deep side is mistaken in one way only.
      { separating, least: 1 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "start",
      label: { ko: "출발점", en: "Start" },
      values: () => [-2, -1.8, -1.4, -1, -0.6, -0.2, 0.2, 0.6, 1, 1.4, 1.8, 2],
      get: ({ start }) => start,
      set: (params, start) => ({ ...params, start }),
    },
    {
      id: "beta",
      label: { ko: "β", en: "β" },
      values: () => [0, 0.5, 0.7, 0.8, 0.9],
      get: ({ beta }) => beta,
      set: (params, beta) => ({ ...params, beta }),
    },
  ],
};
