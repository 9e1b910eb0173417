/** "Same" padding against padding written out: same size, yet not always the same values. Both are really run. */
import { runConv2d } from "../../compute/conv2d";
import type { Pads } from "../../compute/layout";
import type { BatchProgram, Output } from "../../compute/program";
import { article, plural } from "../../english";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Option, Truth } from "../answer-form";
import { channelOf, drawMatrix } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isMatrix, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  explicitPads,
  isSameMap,
  mapOf,
  mistakes,
  type Place,
  padsAt,
  places,
  programOf,
  type SameVsExplicitPadding,
  sameMap,
  samePads,
  sideSlips,
} from "./same-vs-explicit-padding-rules";

const draws: Record<
  Level,
  (rng: Rng) => Omit<SameVsExplicitPadding, "input" | "kernel"> & { side: number; k: number }
> = {
  1: (rng) => ({ side: rng.int(4, 5), k: 3, stride: rng.int(1, 2), padding: 1, asks: "outputs" }),
  2: (rng) => ({
    side: rng.int(4, 7),
    k: rng.int(2, 3),
    stride: rng.int(1, 2),
    padding: 1,
    asks: rng.pick(["outputs", "sides"]),
  }),
  3: (rng) => ({
    side: rng.int(5, 8),
    k: rng.pick([2, 3, 3, 4]),
    stride: rng.int(2, 3),
    padding: rng.int(0, 1),
    asks: rng.pick(["outputs", "sides"]),
  }),
};

function propose(rng: Rng, level: Level, separating?: string): SameVsExplicitPadding {
  const { side, k, ...rest } = draws[level](rng);
  return {
    input: drawMatrix(rng, [side, side], 1, 9),
    kernel: drawMatrix(rng, [k, k], 1, 3),
    ...rest,
    ...(separating && { asks: sideSlips.includes(separating) ? "sides" : "outputs" }),
  };
}

function legal(params: unknown): params is SameVsExplicitPadding {
  const { input, kernel, stride, padding, asks } = fieldsOf(params) ?? {};
  if (!isMatrix(input, 12, -99, 99) || !isMatrix(kernel, 5, -9, 9)) return false;
  if (!isWhole(stride, 1, 4) || !isWhole(padding, 0, 2)) return false;
  const same = params as SameVsExplicitPadding;
  const isRun = (pads: Pads) => runConv2d(programOf(same, pads)).ok;
  if (!isRun(samePads(same)) || !isRun(explicitPads(same))) return false;
  if (asks === "outputs") return true;
  return (
    asks === "sides" &&
    places.filter((place) => isSameMap(mapOf(same, padsAt[place]), sameMap(same))).length === 1
  );
}

const comparisons: Option[] = [
  { id: "identical", text: { ko: "크기도 값도 같다", en: "Same size, same values" } },
  { id: "other-values", text: { ko: "크기는 같고 값은 다르다", en: "Same size, other values" } },
  { id: "other-size", text: { ko: "크기부터 다르다", en: "Different sizes" } },
];
const sides: Record<Place, Text> = {
  none: { ko: "어디에도 붙지 않았다", en: "Nowhere" },
  both: { ko: "네 변에 한 칸씩", en: "One on each of the four sides" },
  after: { ko: "아래와 오른쪽에만 한 칸씩", en: "One at the bottom and one on the right only" },
  before: { ko: "위와 왼쪽에만 한 칸씩", en: "One at the top and one on the left only" },
};

function ask(params: SameVsExplicitPadding): Ask {
  const { input, kernel, stride, padding, asks } = params;
  const size = `${input.length}×${input[0]?.length}`;
  // The order depends on the numbers, so that the place of an option tells nothing.
  const turn = (input[0]?.[0] ?? 0) + (kernel[0]?.[0] ?? 0);
  return {
    prompt:
      asks === "outputs"
        ? {
            ko: `${size} 입력, stride ${stride}에서 'same' padding과 padding ${padding}(네 변 모두)의 출력을 견주면?`,
            en: `${article("A", size)} input with stride ${stride}: how does the output with "same" padding compare with padding ${padding} on all four sides?`,
          }
        : {
            ko: `${size} 입력에 stride ${stride}, 'same' padding으로 이 출력이 나왔어요. 0은 어디에 붙었나요?`,
            en: `${article("A", size)} input with stride ${stride} and "same" padding gave this output. Where were the zeros put?`,
          },
    given: [
      {
        ko: "'same'은 출력이 ⌈입력/stride⌉이 되도록 0을 붙이고, 홀수 개면 하나를 뒤(아래, 오른쪽)에 더 붙여요.",
        en: '"Same" adds zeros until the output has ⌈input/stride⌉ cells; of an odd number one more goes after (bottom, right).',
      },
    ],
    figures: [
      { kind: "matrix", label: { ko: "입력", en: "Input" }, rows: input },
      { kind: "matrix", label: { ko: "커널", en: "Kernel" }, rows: kernel },
      ...(asks === "sides"
        ? [{ kind: "matrix" as const, label: { ko: "출력", en: "Output" }, rows: sameMap(params) }]
        : []),
    ],
    answer: {
      kind: "choice",
      options: turned(asks === "outputs" ? comparisons : places.map((id) => ({ id, text: sides[id] })), turn),
    },
  };
}
const turned = (options: Option[], by: number): Option[] => {
  const at = ((by % options.length) + options.length) % options.length;
  return [...options.slice(at), ...options.slice(0, at)];
};

/** "Same" first, then padding on all four sides, or each place that zeros may have gone to. */
const solve = (params: SameVsExplicitPadding): BatchProgram => ({
  kind: "batch",
  programs: [
    samePads(params),
    ...(params.asks === "outputs" ? [explicitPads(params)] : places.map((place) => padsAt[place])),
  ].map((pads) => programOf(params, pads)),
});

function mapsOf(output: Output): [same: number[][], ...others: number[][][]] {
  const [same = [], ...others] = takeBatch(output, "conv2d").map((made) =>
    made ? channelOf(made.values) : [],
  );
  return [same, ...others];
}

function read(output: Output, { asks }: SameVsExplicitPadding): Truth {
  const [same, ...others] = mapsOf(output);
  const [explicit = []] = others;
  if (asks === "sides") {
    const right = others.findIndex((map) => isSameMap(map, same));
    return { kind: "choice", id: places[right] ?? "" };
  }
  const isSize = explicit.length === same.length && explicit[0]?.length === same[0]?.length;
  return {
    kind: "choice",
    id: isSameMap(explicit, same) ? "identical" : isSize ? "other-values" : "other-size",
  };
}

function explain(params: SameVsExplicitPadding, output: Output): Explanation {
  const { input, kernel, stride, padding, asks } = params;
  const [same, explicit = []] = mapsOf(output);
  const pads = samePads(params);
  const [top, bottom] = pads;
  const sizes = (map: number[][]) => `${map.length}×${map[0]?.length}`;
  const variants = [
    { label: { ko: "same", en: "same" }, pads, output: same },
    ...(asks === "outputs"
      ? [
          {
            label: { ko: `padding ${padding}`, en: `Padding ${padding}` },
            pads: explicitPads(params),
            output: explicit,
          },
        ]
      : [{ label: sides.both, pads: padsAt.both, output: mapOf(params, padsAt.both) }]),
  ];
  return {
    steps: [
      {
        ko: `'same'은 ⌈${input.length}/${stride}⌉ = ${same.length}칸을 내려고 한 방향에 0을 ${top + bottom}칸, 앞에 ${top}칸과 뒤에 ${bottom}칸 붙여요.`,
        en: `For ⌈${input.length}/${stride}⌉ = ${same.length} cells "same" needs ${plural(top + bottom, "zero")} in each direction: ${top} before, ${bottom} after.`,
      },
      {
        ko: variants
          .map(({ label, output: map }) => `${label.ko}: ${sizes(map)}, 첫 값 ${map[0]?.[0]}`)
          .join(" · "),
        en: variants
          .map(({ label, output: map }) => `${label.en}: ${sizes(map)}, first value ${map[0]?.[0]}`)
          .join(" · "),
      },
    ],
    scene: { kind: "paddings", input, kernel, stride: [stride, stride], variants },
  };
}

const judging = { id: "same-vs-explicit-padding", solve, read, mistakes, legal };

export const sameVsExplicitPadding: Family<SameVsExplicitPadding> = {
  ...judging,
  version: 1,
  title: { ko: "same과 숫자로 적은 padding", en: "Same against explicit padding" },
  concepts: ["padding", "stride"],
  answer: "choice",
  levels: [1, 2, 3],
  // Three options leave two wrong ones, four leave three.
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
      id: "padding",
      label: { ko: "padding", en: "Padding" },
      values: () => [0, 1, 2],
      get: ({ padding }) => padding,
      set: (params, padding) => ({ ...params, padding }),
    },
  ],
};
