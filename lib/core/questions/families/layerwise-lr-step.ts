/** A rate of its own for every layer: the step that it takes, and which order of rates serves the purpose. */
import type { BatchProgram, Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { follow, inTerm, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Knob, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  decimals,
  type LayerwiseLrStep,
  mistakes,
  type OrderId,
  orderIds,
  orders,
} from "./layerwise-lr-step-rules";
import { scaledScene } from "./layerwise-lr-step-scene";

function propose(rng: Rng, level: Level, separating = ""): LayerwiseLrStep {
  const asks = ["one-rate-for-all", "rates-reversed", "uphill"].includes(separating)
    ? "update"
    : separating === "order-reversed" || separating === "equal-chosen" || level === 3
      ? "order"
      : level === 1
        ? "update"
        : rng.pick(["update", "order"] as const);
  const count = asks === "order" ? 3 : rng.int(2, 3);
  const purpose = rng.pick(["even", "keep"] as const);
  // Through saturating units the gradient shrinks by about a quarter a layer on its way to the input.
  const last = rng.pick([0.8, 1.6, 3.2]);
  const share = rng.pick([0.2, 0.25, 0.3]);
  const gradients =
    asks === "order" && purpose === "even"
      ? [last * share * share, last * share, last].map((each) => Number(each.toPrecision(3)))
      : asks === "order"
        ? [last, Number((last * rng.pick([0.8, 1, 1.2])).toPrecision(3)), last]
        : Array.from({ length: count }, () => rng.pick([-2, -1, -0.5, 0.5, 1, 1.5, 2, 4]));
  return {
    gradients,
    weights: gradients.map(() => rng.pick([-1, 0.5, 1, 2])),
    rates: asks === "order" ? [0.1, 0.1, 0.1] : rng.shuffle([0.01, 0.05, 0.1, 0.2]).slice(0, count),
    purpose,
    asks,
    turn: rng.int(0, 2),
  };
}

function legal(params: unknown): params is LayerwiseLrStep {
  const { gradients, weights, rates, purpose, asks, turn } = fieldsOf(params) ?? {};
  const isList = (value: unknown, least: number, most: number) =>
    Array.isArray(value) &&
    isWhole(value.length, 2, 3) &&
    value.every((each) => isBetween(each, least, most));
  if (!isList(gradients, -10, 10) || !isList(weights, -10, 10) || !isList(rates, 0.001, 1)) return false;
  const lengths = [gradients, weights, rates].map((list) => (list as number[]).length);
  return (
    new Set(lengths).size === 1 &&
    (purpose === "even" || purpose === "keep") &&
    (asks === "update" || (asks === "order" && lengths[0] === 3)) &&
    isWhole(turn, 0, 2)
  );
}

/** One step of every layer: with the asked rates, or with each order of rates that may be chosen. */
function solve({ gradients, weights, rates, asks }: LayerwiseLrStep): BatchProgram {
  const stepsWith = (own: readonly number[]) =>
    gradients.map((gradient, at) => follow("sgd", { lr: own[at] ?? 0 }, [gradient], weights[at] ?? 0));
  return {
    kind: "batch",
    programs: asks === "update" ? stepsWith(rates) : orderIds.flatMap((id) => stepsWith(orders[id])),
  };
}

function movesOf(output: Output): { moves: number[]; ends: number[] } {
  const runs = takeBatch(output, "descent");
  return {
    moves: runs.map((run) => Math.abs(run?.deltas[0] ?? Number.NaN)),
    ends: runs.map((run) => run?.theta.at(-1)?.[0] ?? Number.NaN),
  };
}

/** How far updates are from what is wanted: from being equal, or from a beginning that hardly moves and an end that does. */
function faultOf(moves: readonly number[], purpose: LayerwiseLrStep["purpose"]): number {
  const [first = 1, , last = 1] = moves;
  return purpose === "even" ? Math.max(...moves) / Math.min(...moves) : first / last;
}

function read(output: Output, { gradients, asks, purpose }: LayerwiseLrStep): Truth {
  const { moves, ends } = movesOf(output);
  if (asks === "update") return { kind: "grid", rows: [ends], decimals };
  const faults = orderIds.map((_, at) =>
    faultOf(moves.slice(at * gradients.length, (at + 1) * gradients.length), purpose),
  );
  return { kind: "choice", id: orderIds[faults.indexOf(Math.min(...faults))] ?? "" };
}

const orderText = (id: OrderId): Text => {
  const rates = orders[id].join(", ");
  return {
    "input-large": { ko: `입력 쪽을 크게: ${rates}`, en: `Larger at the input: ${rates}` },
    equal: { ko: `모두 같게: ${rates}`, en: `The same for all: ${rates}` },
    "output-large": { ko: `출력 쪽을 크게: ${rates}`, en: `Larger at the output: ${rates}` },
  }[id];
};

function ask({ gradients, weights, rates, purpose, asks, turn }: LayerwiseLrStep): Ask {
  const names = gradients.map((_, at): Text => {
    const place =
      at === 0
        ? [" (입력 쪽)", " (input side)"]
        : at === gradients.length - 1
          ? [" (출력 쪽)", " (output side)"]
          : ["", ""];
    return { ko: `${at + 1}층${place[0]}`, en: `Layer ${at + 1}${place[1]}` };
  });
  const options = orderIds.map((id) => ({ id, text: orderText(id) }));
  const prompts: Record<string, Text> = {
    update: {
      ko: "한 번 업데이트한 뒤 각 층의 가중치는 얼마인가요?",
      en: "What are the weights of the layers after one update?",
    },
    even: {
      ko: "로지스틱처럼 포화하는 활성화 함수를 쓴 네트워크를 처음부터 학습해요. 층마다의 업데이트 크기를 가장 비슷하게 하는 학습률은?",
      en: "A net of saturating units such as the logistic is trained from scratch. Which rates make the layers' updates most alike?",
    },
    keep: {
      ko: "미리 학습한 네트워크를 새 데이터에 맞춰요. 앞쪽 층을 뒤쪽 층에 견주어 가장 덜 바꾸는 학습률은?",
      en: "A pretrained net is fine-tuned on new data. Which rates change the first layer least, compared with the last?",
    },
  };
  return {
    prompt: prompts[asks === "update" ? "update" : purpose] ?? { ko: "", en: "" },
    given: [{ ko: "층마다 w ← w − ηg를 한 번 해요.", en: "Every layer does w ← w − ηg once." }],
    figures: [
      {
        kind: "table",
        label: { ko: "층마다의 값", en: "Values by layer" },
        columns: [
          { ko: "층", en: "Layer" },
          { ko: "기울기 g", en: "Gradient g" },
          ...(asks === "update"
            ? [
                { ko: "가중치 w", en: "Weight w" },
                { ko: "학습률 η", en: "Rate η" },
              ]
            : []),
        ],
        rows: names.map((name, at) => [
          name,
          gradients[at] ?? 0,
          ...(asks === "update" ? [weights[at] ?? 0, rates[at] ?? 0] : []),
        ]),
      },
    ],
    answer:
      asks === "update"
        ? {
            kind: "grid",
            label: { ko: "새 가중치, 입력 쪽부터", en: "New weights, input side first" },
            rows: 1,
            columns: gradients.length,
            decimals,
          }
        : { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] },
  };
}

function explain({ gradients, weights, rates, asks, purpose }: LayerwiseLrStep, output: Output): Explanation {
  const { moves, ends } = movesOf(output);
  const size = gradients.length;
  const shownOrders =
    asks === "update"
      ? [{ name: { ko: "이 학습률", en: "These rates" }, own: moves }]
      : orderIds.map((id, at) => ({ name: orderText(id), own: moves.slice(at * size, (at + 1) * size) }));
  const line = (text: string): Text => ({ ko: text, en: text });
  const faults = shownOrders.map(({ own }) => faultOf(own, purpose));
  const best = faults.indexOf(Math.min(...faults));
  return {
    steps:
      asks === "update"
        ? gradients.map((gradient, at) =>
            line(
              `w = ${shown(weights[at] ?? 0)} − ${rates[at]} × ${inTerm(gradient)} = ${shown(ends[at] ?? 0)}`,
            ),
          )
        : shownOrders.map(({ name, own }) => ({
            ko: `${name.ko} → 업데이트 ${own.map((move) => shown(move, 3)).join(", ")}`,
            en: `${name.en} → updates ${own.map((move) => shown(move, 3)).join(", ")}`,
          })),
    scene: scaledScene({
      gradients,
      updates: shownOrders.map(({ name, own }, at) => ({
        name,
        moves: own.map((move, layer) => -Math.sign(gradients[layer] ?? 0) * move),
        look: at === (asks === "update" ? 0 : best) ? "asked" : at === 1 ? "compared" : "faint",
      })),
      finding:
        asks === "update"
          ? {
              ko: `가장 크게 움직인 것은 ${moves.indexOf(Math.max(...moves)) + 1}층이고 ${shown(Math.max(...moves), 4)}만큼이에요.`,
              en: `Layer ${moves.indexOf(Math.max(...moves)) + 1} moved most, by ${shown(Math.max(...moves), 4)}.`,
            }
          : purpose === "even"
            ? {
                ko: `고른 학습률에서는 가장 큰 업데이트가 가장 작은 것의 ${shown(faults[best] ?? 0, 3)}배뿐이에요.`,
                en: `With the right rates the largest update is only ${shown(faults[best] ?? 0, 3)} times the smallest.`,
              }
            : {
                ko: `고른 학습률에서는 첫 층이 마지막 층의 ${shown(faults[best] ?? 0, 3)}배만 움직여요.`,
                en: `With the right rates the first layer moves only ${shown(faults[best] ?? 0, 3)} times as far as the last.`,
              },
    }),
  };
}

const lastLayer = ({ rates }: LayerwiseLrStep): number => rates.length - 1;
/** Orders that are compared have their own rates, so there is none to turn. */
const rateKnob = (
  id: string,
  label: Text,
  layer: (params: LayerwiseLrStep) => number,
): Knob<LayerwiseLrStep> => ({
  id,
  label,
  values: ({ asks }) => (asks === "update" ? [0.001, 0.01, 0.05, 0.1, 0.2, 0.5, 1] : []),
  get: (params) => params.rates[layer(params)] ?? 0,
  set: (params, rate) => ({ ...params, rates: params.rates.with(layer(params), rate) }),
});

const judging = { id: "layerwise-lr-step", solve, read, mistakes, legal };

export const layerwiseLrStep: Family<LayerwiseLrStep> = {
  ...judging,
  version: 1,
  title: { ko: "층마다 다른 학습률", en: "A learning rate for each layer" },
  concepts: ["per-layer-rates", "learning-rate-scheduling", "learning-rate"],
  answer: "grid",
  levels: [1, 2, 3],
  // A choice of three has two wrong values.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    rateKnob("first-rate", { ko: "입력 쪽 층의 학습률", en: "Rate at the input" }, () => 0),
    rateKnob("last-rate", { ko: "출력 쪽 층의 학습률", en: "Rate at the output" }, lastLayer),
    {
      id: "first-gradient",
      label: { ko: "입력 쪽 층의 기울기", en: "Gradient at the input" },
      values: () => [-2, -1, -0.5, 0.05, 0.2, 0.5, 1, 2, 4],
      get: ({ gradients }) => gradients[0] ?? 0,
      set: (params, gradient) => ({ ...params, gradients: params.gradients.with(0, gradient) }),
    },
  ],
};
