/** Values after pooling, worked out by hand: the map, one cell, or which kind of pooling it was. */
import type { BatchProgram, Output, PoolProgram } from "../../compute/program";
import { copula, particle } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { inTerm } from "../descents";
import { channelOf } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family } from "../family";
import { takeBatch, takeOutput } from "../take-output";
import { legal, propose } from "./pool-map-value-draws";
import {
  answerOf,
  decimalsOf,
  type Form,
  isSameMap,
  type Kind,
  kinds,
  mapBy,
  mistakes,
  negated,
  type PoolMapValue,
  programOf,
} from "./pool-map-value-rules";

const poolName = (pool: "max" | "average"): Text =>
  pool === "max" ? { ko: "최대 풀링", en: "max pooling" } : { ko: "평균 풀링", en: "average pooling" };

function ask(params: PoolMapValue): Ask {
  const { input, window, stride, padding, divisor, asks } = params;
  const settings = `${window}×${window}, stride ${stride}${padding > 0 ? `, padding ${padding}` : ""}`;
  const shape = asks.form === "map" ? mapBy(params, asks.pool) : null;
  const prompts: Record<Form, () => Text> = {
    map: () => {
      const { ko, en } = poolName(asks.form === "map" ? asks.pool : "max");
      return { ko: `${ko} ${settings}의 출력을 채우세요.`, en: `Fill in the output of ${en} ${settings}.` };
    },
    cell: () => {
      const [row, column] = asks.form === "cell" ? asks.cell : [0, 0];
      const { ko, en } = poolName(asks.form === "cell" ? asks.pool : "max");
      return {
        ko: `${ko} ${settings}의 출력에서 ${row}행 ${column}열의 값은?`,
        en: `What is the output of ${en} ${settings} at row ${row}, column ${column}?`,
      };
    },
    kind: () => ({
      ko: `${settings} 풀링으로 이 출력이 나왔어요. 창마다 무엇을 했나요?`,
      en: `Pooling ${settings} gave this output. What was taken of each window?`,
    }),
  };
  const isAverage = asks.form !== "kind" && asks.pool === "average";
  return {
    prompt: prompts[asks.form](),
    given: [
      {
        ko: "행과 열은 0부터 세고, 다 들어가지 못하는 창은 버려요.",
        en: "Rows and columns count from 0; windows that do not fit whole are dropped.",
      },
      ...(padding === 0
        ? []
        : isAverage
          ? [
              divisor === "window"
                ? { ko: "padding의 0도 개수에 세어요.", en: "Zeros of the padding count in the divisor." }
                : { ko: "padding은 개수에 세지 않아요.", en: "Padding does not count in the divisor." },
            ]
          : [{ ko: "padding은 −∞로 보아요.", en: "Padding counts as −∞." }]),
    ],
    figures: [
      { kind: "matrix", label: { ko: "입력", en: "Input" }, rows: input },
      ...(asks.form === "kind"
        ? [
            {
              kind: "matrix" as const,
              label: { ko: "출력", en: "Output" },
              rows: asks.shown.map((row) => row.map((value) => Math.round(value * 100) / 100)),
            },
          ]
        : []),
    ],
    answer: answerForm(asks, shape),
  };
}

function answerForm(asks: PoolMapValue["asks"], map: number[][] | null): Ask["answer"] {
  const label = { ko: "출력 값", en: "Output value" };
  if (asks.form === "kind") {
    const turn =
      Math.abs(Math.round(asks.shown.flat().reduce((sum, value) => sum + value, 0))) % kinds.length;
    const options = [
      { id: "max", text: { ko: "가장 큰 값", en: "The largest value" } },
      { id: "average", text: { ko: "평균", en: "The mean" } },
      { id: "smallest", text: { ko: "가장 작은 값", en: "The smallest value" } },
    ];
    return { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] };
  }
  const decimals = decimalsOf(asks.pool);
  if (asks.form === "map") {
    return {
      kind: "grid",
      label: { ko: "출력", en: "Output" },
      rows: map?.length ?? 1,
      columns: map?.[0]?.length ?? 1,
      decimals,
    };
  }
  return decimals === 0 ? { kind: "integer", label } : { kind: "number", label, decimals };
}

function solve(params: PoolMapValue): PoolProgram | BatchProgram {
  const { asks, input } = params;
  if (asks.form !== "kind") return programOf(params, asks.pool);
  return {
    kind: "batch",
    programs: kinds.map((kind) =>
      kind === "smallest" ? programOf({ ...params, input: negated(input) }, "max") : programOf(params, kind),
    ),
  };
}

/** Maps of every kind, of a run that tried them all. */
const mapsOf = (output: Output): number[][][] =>
  takeBatch(output, "pool").map((made, at) => {
    const map = made ? channelOf(made.values) : [];
    return kinds[at] === "smallest" ? negated(map) : map;
  });

function read(output: Output, { asks }: PoolMapValue): Truth {
  if (asks.form === "kind") {
    const right = mapsOf(output).findIndex((map) => isSameMap(map, asks.shown));
    return { kind: "choice", id: kinds[right] ?? "" };
  }
  const truth = answerOf(asks, channelOf(takeOutput(output, "pool").values), asks.pool);
  if (!truth) throw new Error("pool-map-value: the asked cell lies outside the output");
  return truth;
}

const write = (value: number): string => String(Math.round(value * 100) / 100).replace("-", "−");

function explain(params: PoolMapValue, output: Output): Explanation {
  const { input, window, stride, padding, asks } = params;
  const map = asks.form === "kind" ? asks.shown : channelOf(takeOutput(output, "pool").values);
  const [row, column] = asks.form === "cell" ? asks.cell : [0, 0];
  const truth = read(output, params);
  const kind: Kind =
    asks.form === "kind" ? (truth.kind === "choice" ? (truth.id as Kind) : "max") : asks.pool;
  const [top, left] = [row * stride - padding, column * stride - padding];
  const cells = input
    .slice(Math.max(0, top), top + window)
    .flatMap((line) => line.slice(Math.max(0, left), left + window));
  const result = write(map[row]?.[column] ?? 0);
  const values = cells.map(write).join(", ");
  const counted = params.divisor === "window" ? window * window : cells.length;
  const mean = `(${cells.map((cell, at) => (at === 0 ? write(cell) : inTerm(cell))).join(" + ")}) / ${counted}`;
  const how: Record<Kind, Text> = {
    max: { ko: `가장 큰 값은 ${result}`, en: `the largest is ${result}` },
    average: { ko: `평균은 ${mean} = ${result}`, en: `the mean is ${mean} = ${result}` },
    smallest: { ko: `가장 작은 값은 ${result}`, en: `the smallest is ${result}` },
  };
  return {
    steps: [
      {
        ko: `출력 (${row}, ${column})의 창에는 입력의 ${values}${particle(values, "이가")} 들어 있어요.`,
        en: `The window of output (${row}, ${column}) holds ${values} of the input.`,
      },
      { ko: `그 가운데 ${how[kind].ko}${copula(result)}.`, en: `Of these ${how[kind].en}.` },
    ],
    scene: {
      kind: "pooling",
      pool: kind === "average" ? "average" : "max",
      input: kind === "smallest" ? negated(input) : input,
      output: kind === "smallest" ? negated(map) : map,
      size: [map.length, map[0]?.length ?? 0],
      window: [window, window],
      stride: [stride, stride],
      pads: [padding, padding, padding, padding],
      rounding: "floor",
      divisor: params.divisor,
      focus: asks.form === "cell" ? asks.cell : null,
    },
  };
}

const judging = { id: "pool-map-value", solve, read, mistakes, legal };

export const poolMapValue: Family<PoolMapValue> = {
  ...judging,
  version: 1,
  title: { ko: "풀링 값 계산", en: "Values after pooling" },
  concepts: ["pooling-kinds", "pooling-layer"],
  answer: "grid",
  levels: [1, 2, 3],
  // Where the kind is asked two options are wrong; that is all there is to tell apart.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    {
      id: "stride",
      label: { ko: "stride", en: "Stride" },
      values: () => [1, 2, 3],
      get: ({ stride }) => stride,
      set: (params, stride) => ({ ...params, stride }),
    },
    {
      id: "window",
      label: { ko: "창", en: "Window" },
      values: () => [1, 2, 3],
      get: ({ window }) => window,
      set: (params, window) => ({ ...params, window }),
    },
  ],
};
