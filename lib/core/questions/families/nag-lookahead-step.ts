/** NAG by hand: where its slope is taken, and the second step, in the textbook's form and in the frameworks' form. */
import type { Rule } from "../../compute/descent-program";
import type { BatchProgram, Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { descendOn, inTerm, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween } from "../params";
import { takeBatch } from "../take-output";
import { decimals, mistakes, type NagLookaheadStep } from "./nag-lookahead-step-rules";
import { ghostScene } from "./nag-lookahead-step-scene";

const ruleOf: Record<NagLookaheadStep["form"], Rule> = { lookahead: "nag-lookahead", framework: "nag" };

function propose(rng: Rng, level: Level, separating = ""): NagLookaheadStep {
  const isPoint =
    separating === "wrong-side" || (separating !== "forms-mixed" && level < 3 && rng.int(0, 1) === 0);
  const form = level === 3 && rng.int(0, 1) === 0 ? "framework" : "lookahead";
  return {
    bowl: rng.pick(level === 1 ? [1] : [0.5, 1, 2]),
    rate: rng.pick([0.05, 0.1, 0.2]),
    beta: rng.pick(level === 1 ? [0.5, 0.9] : [0.5, 0.8, 0.9]),
    start: rng.pick([1, 2, -1, -2]),
    form: isPoint ? "lookahead" : form,
    asks: isPoint ? "point" : "second",
  };
}

function legal(params: unknown): params is NagLookaheadStep {
  const { bowl, rate, beta, start, form, asks } = fieldsOf(params) ?? {};
  return (
    isBetween(bowl, 0.1, 10) &&
    isBetween(rate, 1e-3, 1) &&
    isBetween(beta, 0.1, 0.99) &&
    isBetween(start, -10, 10) &&
    start !== 0 &&
    (form === "lookahead" || form === "framework") &&
    (asks === "second" || (asks === "point" && form === "lookahead"))
  );
}

/** The asked form, the other one, and plain Momentum beside them. */
function solve({ bowl, rate: lr, beta: momentum, start, form }: NagLookaheadStep): BatchProgram {
  const surface = { name: "quadratic" as const, curvature: [2 * bowl] };
  const rules: Rule[] = [ruleOf[form], ruleOf[form === "lookahead" ? "framework" : "lookahead"], "momentum"];
  return {
    kind: "batch",
    programs: rules.map((rule) => descendOn(rule, { lr, momentum }, surface, [start], 3)),
  };
}

function runsOf(output: Output) {
  const [asked, other, momentum] = takeBatch(output, "descent").map((run) =>
    run ? { w: run.theta.map(([each = Number.NaN]) => each), v: run.memory.map(({ first }) => first) } : null,
  );
  if (!asked || !other || !momentum)
    throw new Error("nag-lookahead-step: a descent of the variant cannot be run");
  return { asked, other, momentum };
}

function read(output: Output, { rate, beta, asks }: NagLookaheadStep): Truth {
  const { w, v } = runsOf(output).asked;
  const point = (w[1] ?? Number.NaN) - rate * beta * (v[0] ?? Number.NaN);
  return numberTruth(asks === "point" ? point : (w[2] ?? Number.NaN), decimals);
}

const lossOf = (bowl: number): string => (bowl === 1 ? "w²" : `${bowl}w²`);
const forms: Record<NagLookaheadStep["form"], { name: Text; rule: string }> = {
  lookahead: {
    name: { ko: "앞을 내다보는(교과서) 형태", en: "look-ahead (textbook) form" },
    rule: "g = L′(w − ηβv), v ← βv + g, w ← w − ηv",
  },
  framework: {
    name: { ko: "프레임워크 형태", en: "framework form" },
    rule: "g = L′(w), v ← βv + g, w ← w − η(g + βv)",
  },
};

function ask({ bowl, rate, beta, start, form, asks }: NagLookaheadStep): Ask {
  const { name, rule } = forms[form];
  return {
    prompt:
      asks === "point"
        ? {
            ko: `손실 L(w) = ${lossOf(bowl)}에서 NAG의 두 번째 걸음은 기울기를 어느 점에서 재나요?`,
            en: `On the loss L(w) = ${lossOf(bowl)}, at which point does NAG take the slope of its second step?`,
          }
        : {
            ko: `손실 L(w) = ${lossOf(bowl)}에서 NAG의 ${name.ko}로 두 걸음 간 뒤의 w₂는 얼마인가요?`,
            en: `On the loss L(w) = ${lossOf(bowl)}, what is w₂ after two steps of NAG in its ${name.en}?`,
          },
    given: [
      { ko: `${name.ko}: ${rule}`, en: `${name.en}: ${rule}` },
      {
        ko: `η = ${rate}, β = ${beta}, w₀ = ${shown(start)}, v₀ = 0`,
        en: `η = ${rate}, β = ${beta}, w₀ = ${shown(start)}, v₀ = 0`,
      },
    ],
    figures: [],
    answer: {
      kind: "number",
      label: asks === "point" ? { ko: "기울기를 재는 점", en: "Point of the slope" } : { ko: "w₂", en: "w₂" },
      decimals,
    },
  };
}

function explain(params: NagLookaheadStep, output: Output): Explanation {
  const { bowl, rate, beta, start, form, asks } = params;
  const { asked, other, momentum } = runsOf(output);
  const [, w1 = 0, w2 = 0] = asked.w;
  const [v1 = 0, v2 = 0] = asked.v;
  const point = w1 - rate * beta * v1;
  const first = `v₁ = ${2 * bowl} × ${inTerm(start)} = ${shown(2 * bowl * start)}`;
  const line = (text: string): Text => ({ ko: text, en: text });
  const second: Text[] =
    form === "lookahead"
      ? [
          line(`${first}, w₁ = ${shown(w1)}`),
          {
            ko: `내다본 점: ${shown(w1)} − ${rate} × ${beta} × ${inTerm(v1)} = ${shown(point)}`,
            en: `Look ahead: ${shown(w1)} − ${rate} × ${beta} × ${inTerm(v1)} = ${shown(point)}`,
          },
          ...(asks === "point"
            ? []
            : [
                line(
                  `v₂ = ${beta} × ${inTerm(v1)} + ${2 * bowl} × ${inTerm(point)} = ${shown(v2)}, w₂ = ${shown(w1)} − ${rate} × ${inTerm(v2)} = ${shown(w2)}`,
                ),
              ]),
        ]
      : [
          line(`${first}, w₁ = ${shown(start)} − ${rate} × (1 + ${beta}) × ${inTerm(v1)} = ${shown(w1)}`),
          line(
            `g = ${2 * bowl} × ${inTerm(w1)} = ${shown(2 * bowl * w1)}, v₂ = ${beta} × ${inTerm(v1)} + ${inTerm(2 * bowl * w1)} = ${shown(v2)}`,
          ),
          line(
            `w₂ = ${shown(w1)} − ${rate} × (${shown(2 * bowl * w1)} + ${beta} × ${inTerm(v2)}) = ${shown(w2)}`,
          ),
        ];
  return {
    steps: second,
    scene: ghostScene(params, {
      asked: asked.w,
      other: other.w,
      momentum: momentum.w,
      velocity: asked.v,
    }),
  };
}

const judging = { id: "nag-lookahead-step", solve, read, mistakes, legal };

export const nagLookaheadStep: Family<NagLookaheadStep> = {
  ...judging,
  version: 1,
  title: { ko: "NAG가 내다보는 걸음", en: "NAG looks ahead" },
  concepts: ["nag", "momentum"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "beta",
      label: { ko: "β", en: "β" },
      values: () => [0.1, 0.3, 0.5, 0.8, 0.9, 0.99],
      get: ({ beta }) => beta,
      set: (params, beta) => ({ ...params, beta }),
    },
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.05, 0.1, 0.2, 0.4],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
