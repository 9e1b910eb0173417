/** A start on or beside a saddle: which of plain descent and Momentum leaves it, and after how many steps. */
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { descendOn, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import { longest, mistakes, optionIds, optionOf, type SaddleEscape, stepsOut } from "./saddle-escape-rules";

const plans: Record<Level, SaddleEscape["asks"][]> = {
  1: ["who"],
  2: ["who"],
  3: ["who", "sgd", "momentum"],
};
const aboutSteps = ["other-method", "one-step-more", "no-growth", "rate-not-doubled"];

function propose(rng: Rng, level: Level, separating = ""): SaddleEscape {
  const asks = aboutSteps.includes(separating)
    ? rng.pick(["sgd", "momentum"] as const)
    : rng.pick(plans[level]);
  const offsets = level === 1 ? [0, 0.01, 0.1] : [0, 0.001, 0.01, 0.1];
  return {
    x: rng.pick([0, 0.5, 1]),
    // Beside the ridge by enough for the way out to be counted by hand, where it is counted.
    y: asks === "who" ? rng.pick(offsets) : rng.pick([0.1, 0.2, 0.3, 0.4]),
    rate: asks === "who" ? rng.pick([0.02, 0.05, 0.1]) : rng.pick([0.1, 0.2, 0.25]),
    beta: rng.pick([0.5, 0.8, 0.9]),
    steps: asks === "who" ? rng.pick([10, 20, 30, 50, 80]) : longest,
    asks,
    turn: rng.int(0, 3),
  };
}

function legal(params: unknown): params is SaddleEscape {
  const { x, y, rate, beta, steps, asks, turn } = fieldsOf(params) ?? {};
  return (
    isBetween(x, 0, 2) &&
    isBetween(y, 0, 0.9) &&
    isBetween(rate, 0.005, 0.5) &&
    isBetween(beta, 0, 0.95) &&
    isWhole(steps, 1, longest) &&
    isWhole(turn, 0, 3) &&
    (asks === "who" || ((asks === "sgd" || asks === "momentum") && Number(y) > 0 && steps === longest))
  );
}

const solve = ({ x, y, rate: lr, beta: momentum, steps }: SaddleEscape): BatchProgram => ({
  kind: "batch",
  programs: (["sgd", "momentum"] as const).map((rule) =>
    descendOn(rule, { lr, momentum }, { name: "saddle" }, [x, y], steps),
  ),
});

function runsOf(output: Output) {
  const [sgd, momentum] = takeBatch(output, "descent");
  if (!sgd || !momentum) throw new Error("saddle-escape: a descent of the variant cannot be run");
  const heights = (run: typeof sgd) => run.theta.map(([, y = 0]) => y);
  return { sgd, momentum, out: { sgd: stepsOut(heights(sgd)), momentum: stepsOut(heights(momentum)) } };
}

function read(output: Output, { asks }: SaddleEscape): Truth {
  const { out } = runsOf(output);
  if (asks === "who") return { kind: "choice", id: optionOf(out) };
  return { kind: "integer", value: out[asks] ?? Number.NaN };
}

/** Far enough from the line |y| = 1 at the step that decides for float32 to count the same steps. */
function isDecided({ y, rate, beta, steps }: SaddleEscape): boolean {
  return [0, beta].every((kept) => {
    let [height, velocity] = [y, 0];
    for (let step = 0; step < steps && height < 2; step += 1) {
      velocity = kept * velocity - 2 * height;
      height -= rate * velocity;
      if (Math.abs(height - 1) < 0.01) return false;
    }
    return true;
  });
}

const texts = {
  both: { ko: "둘 다", en: "Both" },
  momentum: { ko: "Momentum만", en: "Momentum alone" },
  sgd: { ko: "SGD만", en: "SGD alone" },
  neither: { ko: "둘 다 못 나온다", en: "Neither" },
};

function ask({ x, y, rate, beta, steps, asks, turn }: SaddleEscape): Ask {
  const options = optionIds.map((id) => ({ id, text: texts[id] }));
  const method = asks === "sgd" ? "SGD" : "Momentum";
  const start = `(${shown(x)}, ${shown(y)})`;
  return {
    prompt:
      asks === "who"
        ? {
            ko: `안장점이 있는 손실 x² − y²의 ${start}에서 출발해요. ${steps}걸음 안에 |y| ≥ 1로 빠져나가는 것은?`,
            en: `The loss x² − y² has a saddle. Starting at ${start}, which gets out to |y| ≥ 1 within ${steps} steps?`,
          }
        : {
            ko: `손실 x² − y²의 ${start}에서 출발한 ${joined(method, "은는")} 몇 걸음 만에 |y| ≥ 1이 되나요?`,
            en: `On the loss x² − y², starting at ${start}, after how many steps does ${method} reach |y| ≥ 1?`,
          },
    given: [
      {
        ko: "SGD: w ← w − ηg. Momentum: v ← βv + g, w ← w − ηv, v₀ = 0. 좌표마다 따로 움직여요.",
        en: "SGD: w ← w − ηg. Momentum: v ← βv + g, w ← w − ηv, v₀ = 0. Each coordinate moves by itself.",
      },
      { ko: `η = ${rate}, β = ${beta}`, en: `η = ${rate}, β = ${beta}` },
    ],
    figures: [],
    answer:
      asks === "who"
        ? { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] }
        : { kind: "integer", label: { ko: "걸음", en: "Steps" } },
  };
}

const nameOf = { sgd: { ko: "SGD", en: "SGD" }, momentum: { ko: "Momentum", en: "Momentum" } };

function explain(params: SaddleEscape, output: Output): Explanation {
  const { x, y, rate, beta, steps } = params;
  const runs = runsOf(output);
  const told = (id: "sgd" | "momentum") => {
    const at = runs.out[id];
    return at === null
      ? {
          ko: `${nameOf[id].ko}: ${steps}걸음 안에는 못 나와요`,
          en: `${id === "sgd" ? "SGD" : "Momentum"} does not within ${steps} steps`,
        }
      : { ko: `${nameOf[id].ko}: ${at}걸음`, en: `${id === "sgd" ? "SGD" : "Momentum"} in ${at} steps` };
  };
  const [plain, heavy] = [told("sgd"), told("momentum")];
  const first = 2 * rate * y;
  return {
    steps:
      y === 0
        ? [
            {
              ko: "y = 0에서 ∂L/∂y = −2y = 0이고 속도도 0이에요. 곱하고 더할 것이 없어서 둘 다 y = 0에 머물러요.",
              en: "At y = 0 the slope −2y is 0 and so is the velocity. There is nothing to gather, and both stay at y = 0.",
            },
          ]
        : [
            {
              ko: `∂L/∂y = −2y라서 SGD의 y는 걸음마다 1 + 2η = ${shown(1 + 2 * rate)}배가 돼요. 첫걸음은 ${shown(first)}만큼이에요.`,
              en: `∂L/∂y = −2y, so SGD multiplies y by 1 + 2η = ${shown(1 + 2 * rate)} at every step. The first one moves it by ${shown(first)}.`,
            },
            {
              ko: `Momentum은 앞의 속도의 ${beta}배를 더해 가요. y가 계속 한쪽으로 가니 속도가 쌓여요.`,
              en: `Momentum adds ${beta} of the earlier velocity. As y keeps its direction, the velocity builds up.`,
            },
          ],
    scene: {
      kind: "paths",
      surface: { name: "saddle" },
      view: { x: [-1.2, 1.6], y: [-1.2, 1.2] },
      paths: (["sgd", "momentum"] as const).map((id) => ({
        id,
        label: nameOf[id],
        method: id,
        isBold: params.asks === id,
        points: seenOf(runs[id].theta).map(([across = x, up = y]): [number, number] => [across, up]),
        losses: runs[id].losses.slice(0, seenOf(runs[id].theta).length),
      })),
      lowest: null,
      finding: { ko: `|y| ≥ 1까지 ${plain.ko}, ${heavy.ko}.`, en: `To |y| ≥ 1: ${plain.en}, ${heavy.en}.` },
    },
  };
}

/** The way up to the first place outside of the picture; beyond it y only grows. */
function seenOf(theta: number[][]): number[][] {
  const left = theta.findIndex(([, y = 0]) => Math.abs(y) > 1.3);
  return left < 0 ? theta : theta.slice(0, left + 1);
}

const judging = { id: "saddle-escape", solve, read, mistakes, legal };

export const saddleEscape: Family<SaddleEscape> = {
  ...judging,
  version: 1,
  title: { ko: "안장점 빠져나가기", en: "Leaving a saddle" },
  concepts: ["momentum", "gradient-descent", "local-minimum"],
  answer: "choice",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is SaddleEscape => legal(params) && isDecided(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      { separating, least: 2 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "height",
      label: { ko: "출발점의 y", en: "y of the start" },
      values: () => [0, 0.0001, 0.001, 0.01, 0.1, 0.3],
      get: ({ y }) => y,
      set: (params, y) => ({ ...params, y }),
    },
    {
      id: "beta",
      label: { ko: "β", en: "β" },
      values: () => [0, 0.5, 0.8, 0.9, 0.95],
      get: ({ beta }) => beta,
      set: (params, beta) => ({ ...params, beta }),
    },
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.02, 0.05, 0.1, 0.2, 0.25],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
