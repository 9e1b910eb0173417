/** An image with its pixels moved about: a dense layer that was moved along does not notice, a convolution does. */
import type { BatchProgram, Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { channelOf, drawMatrix, toVolume } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isMatrix, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface PixelShuffleBlindness {
  image: number[][];
  /** Place order[i] of the image, row by row, moves to place i. */
  order: number[];
  /** One row for each pixel, one column for each unit. */
  weights: number[][];
  kernel: number[][];
  /** Whether the dense layer's weights move with their pixels. */
  areWeightsMoved: boolean;
}

const side = 4;
const pixels = side * side;

function propose(rng: Rng, level: Level, separating?: string): PixelShuffleBlindness {
  const image = drawMatrix(rng, [side, side], 0, level === 1 ? 3 : 9);
  const places = Array.from({ length: pixels }, (_, at) => at);
  const isSwap = separating ? swapSlips.includes(separating) : level === 3 && rng.int(0, 1) === 0;
  const order = isSwap ? swapped(rng, image, places) : rng.shuffle(places);
  const kernelSide = level === 3 ? rng.pick([1, 2]) : 2;
  return {
    image,
    order,
    weights: drawMatrix(rng, [pixels, 2], -2, 2),
    kernel: drawMatrix(rng, [kernelSide, kernelSide], 1, 3),
    areWeightsMoved: separating === "weights-forgotten" ? false : rng.int(0, 1) === 0,
  };
}

/** Slips told apart only where nothing changes. */
const swapSlips = ["dense-sees-places", "all-change-assumed"];

/** Two pixels change places, with luck two of the same value. */
function swapped(rng: Rng, image: number[][], places: number[]): number[] {
  const values = image.flat();
  const first = rng.int(0, pixels - 1);
  const twins = places.filter((place) => place !== first && values[place] === values[first]);
  const second = twins.length > 0 ? rng.pick(twins) : (first + 1) % pixels;
  return places.map((place) => (place === first ? second : place === second ? first : place));
}

function legal(params: unknown): params is PixelShuffleBlindness {
  const { image, order, weights, kernel, areWeightsMoved } = fieldsOf(params) ?? {};
  return (
    isMatrix(image, side, 0, 9) &&
    image.length === side &&
    image[0]?.length === side &&
    Array.isArray(order) &&
    order.length === pixels &&
    order.every((place) => isWhole(place, 0, pixels - 1)) &&
    new Set(order).size === pixels &&
    order.some((place, at) => place !== at) &&
    isMatrix(weights, pixels, -9, 9) &&
    weights.length === pixels &&
    isMatrix(kernel, 3, -9, 9) &&
    typeof areWeightsMoved === "boolean"
  );
}

const shuffledImage = ({ image, order }: PixelShuffleBlindness): number[][] => {
  const moved = order.map((place) => image.flat()[place] ?? 0);
  return Array.from({ length: side }, (_, row) => moved.slice(row * side, (row + 1) * side));
};

function solve(params: PixelShuffleBlindness): BatchProgram {
  const { image, order, weights, kernel, areWeightsMoved } = params;
  const after = shuffledImage(params);
  const movedWeights = areWeightsMoved ? order.map((place) => weights[place] ?? []) : weights;
  const dense = (input: number[], rows: number[][]) => ({
    kind: "dense" as const,
    input,
    weights: rows,
    bias: null,
  });
  const conv = (input: number[][]) => ({
    kind: "conv2d" as const,
    input: toVolume(input),
    kernel: toVolume(kernel).map((row) => row.map((cell) => [cell])),
    bias: null,
    pads: [0, 0, 0, 0] as [number, number, number, number],
    stride: [1, 1] as [number, number],
    dilation: [1, 1] as [number, number],
    repeat: 1,
  });
  return {
    kind: "batch",
    programs: [dense(image.flat(), weights), dense(after.flat(), movedWeights), conv(image), conv(after)],
  };
}

interface Outputs {
  dense: { before: number[]; after: number[] };
  conv: { before: number[][]; after: number[][] };
}
function outputsOf(output: Output): Outputs {
  const parts = takeOutput(output, "batch").outputs.map((part) => (part.ok ? part.value : null));
  const numbers = (at: number) => {
    const part = parts[at];
    return part?.kind === "dense" ? part.values : [];
  };
  const map = (at: number) => {
    const part = parts[at];
    return part?.kind === "conv2d" ? channelOf(part.values) : [];
  };
  return { dense: { before: numbers(0), after: numbers(1) }, conv: { before: map(2), after: map(3) } };
}
const isChanged = ({ before, after }: { before: unknown; after: unknown }): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);
const idOf = (dense: boolean, conv: boolean): string =>
  dense ? (conv ? "both" : "dense") : conv ? "conv" : "none";

function read(output: Output): Truth {
  const { dense, conv } = outputsOf(output);
  return { kind: "choice", id: idOf(isChanged(dense), isChanged(conv)) };
}

function ask(params: PixelShuffleBlindness): Ask {
  const { image, kernel, areWeightsMoved, order, weights } = params;
  const options = [
    { id: "none", text: { ko: "둘 다 그대로", en: "Neither" } },
    { id: "dense", text: { ko: "Dense층의 출력만", en: "Only the dense layer's output" } },
    { id: "conv", text: { ko: "합성곱의 출력만", en: "Only the convolution's output" } },
    { id: "both", text: { ko: "둘 다", en: "Both" } },
  ];
  // The order depends on numbers that say nothing of the answer.
  const turn = image.flat().reduce((sum, value) => sum + value, 0) % options.length;
  return {
    prompt: areWeightsMoved
      ? {
          ko: "이미지의 픽셀 자리를 아래처럼 섞고 Dense층의 가중치도 픽셀을 따라 똑같이 옮겼어요. 어느 출력이 달라지나요?",
          en: "The image's pixels change places as below, and the dense layer's weights move along with their pixels. Which outputs change?",
        }
      : {
          ko: "이미지의 픽셀 자리를 아래처럼 섞었어요. Dense층의 가중치도 합성곱의 커널도 그대로예요. 어느 출력이 달라지나요?",
          en: "The image's pixels change places as below. The dense layer's weights and the kernel stay as they are. Which outputs change?",
        },
    given: [
      {
        ko: "합성곱의 출력은 지도 전체를 칸마다 견주어요. Dense층은 펼친 픽셀 16개를 받아요.",
        en: "The convolution's output map is compared cell by cell. The dense layer takes the 16 pixels in a row.",
      },
      {
        ko: `자리를 옮긴 픽셀은 ${order.filter((place, at) => place !== at).length}개예요.`,
        en: `${order.filter((place, at) => place !== at).length} pixels changed places.`,
      },
    ],
    figures: [
      { kind: "matrix", label: { ko: "섞기 전", en: "Before" }, rows: image },
      { kind: "matrix", label: { ko: "섞은 뒤", en: "After" }, rows: shuffledImage(params) },
      { kind: "matrix", label: { ko: "커널", en: "Kernel" }, rows: kernel },
      ...(areWeightsMoved
        ? []
        : [
            {
              kind: "matrix" as const,
              label: { ko: "Dense층의 가중치 (픽셀 × 유닛)", en: "Dense weights (pixel × unit)" },
              rows: weights,
            },
          ]),
    ],
    answer: { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] },
  };
}

/** A wrong belief about one of the layers, the other judged rightly. */
function believed(
  name: string,
  label: Text,
  belief: (
    truth: { dense: boolean; conv: boolean },
    params: PixelShuffleBlindness,
  ) => { dense: boolean; conv: boolean } | null,
  say: Text,
): Mistake<PixelShuffleBlindness> {
  return {
    slip: name,
    name: label,
    gives: (params, truth) => {
      if (truth.kind !== "choice") return null;
      const dense = truth.id === "dense" || truth.id === "both";
      const given = belief({ dense, conv: truth.id === "conv" || truth.id === "both" }, params);
      return given && { kind: "choice", id: idOf(given.dense, given.conv) };
    },
    say: () => say,
  };
}

const mistakes: Mistake<PixelShuffleBlindness>[] = [
  believed(
    "dense-sees-places",
    { ko: "Dense층도 자리를 본다고 했다", en: "The dense layer was said to see places" },
    ({ conv }, { areWeightsMoved }) => (areWeightsMoved ? { dense: true, conv } : null),
    {
      ko: "Dense층은 입력마다 가중치를 곱해 더할 뿐이에요. 입력과 가중치가 함께 옮겨 가면 더하는 순서만 바뀌고 합은 같아요.",
      en: "A dense layer multiplies each input by its weight and sums. When both move together only the order of the sum changes.",
    },
  ),
  believed(
    "conv-blind-to-places",
    { ko: "합성곱은 달라지지 않는다고 했다", en: "The convolution was said not to change" },
    ({ dense }) => ({ dense, conv: false }),
    {
      ko: "합성곱은 이웃한 픽셀을 함께 봐요. 이웃이 흩어지면 출력 지도가 달라져요.",
      en: "A convolution looks at neighbours together. When neighbours are torn apart its map changes.",
    },
  ),
  believed(
    "weights-forgotten",
    { ko: "가중치가 함께 옮겨 간다고 여겼다", en: "The weights were taken to move along" },
    ({ conv }, { areWeightsMoved }) => (areWeightsMoved ? null : { dense: false, conv }),
    {
      ko: "여기서는 가중치가 제자리에 있어요. 픽셀이 다른 가중치와 곱해져요.",
      en: "Here the weights stay where they are, so pixels meet other weights.",
    },
  ),
  believed(
    "all-change-assumed",
    { ko: "섞으면 무엇이든 달라진다고 했다", en: "Everything was said to change" },
    () => ({ dense: true, conv: true }),
    {
      ko: "자리를 바꾼 값이 서로 같거나 가중치가 함께 옮겨 가면 달라지지 않을 수 있어요. 하나씩 계산해 보세요.",
      en: "Where the values that change places are equal, or the weights move along, nothing may change. Work each out.",
    },
  ),
];

function explain(params: PixelShuffleBlindness, output: Output): Explanation {
  const { dense, conv } = outputsOf(output);
  const write = (values: number[]) => values.map((value) => String(value).replace("-", "−")).join(", ");
  return {
    steps: [
      {
        ko: `Dense층: ${write(dense.before)} → ${write(dense.after)}. ${isChanged(dense) ? "달라졌어요." : "그대로예요."}`,
        en: `Dense: ${write(dense.before)} → ${write(dense.after)}. ${isChanged(dense) ? "Changed." : "The same."}`,
      },
      {
        ko: `합성곱의 첫 행: ${write(conv.before[0] ?? [])} → ${write(conv.after[0] ?? [])}. 지도가 ${isChanged(conv) ? "달라졌어요." : "그대로예요."}`,
        en: `First row of the convolution: ${write(conv.before[0] ?? [])} → ${write(conv.after[0] ?? [])}. The map ${isChanged(conv) ? "changed." : "is the same."}`,
      },
    ],
    scene: { kind: "shuffle", image: params.image, shuffled: shuffledImage(params), dense, conv },
  };
}

const judging = { id: "pixel-shuffle-blindness", solve, read, mistakes, legal };

export const pixelShuffleBlindness: Family<PixelShuffleBlindness> = {
  ...judging,
  version: 1,
  title: { ko: "픽셀을 섞어도 모르는 층", en: "The layer that does not notice a shuffle" },
  concepts: ["fully-connected", "convolutional-layer"],
  answer: "choice",
  levels: [1, 2, 3],
  // Four options, of which two beliefs at least lead to different wrong ones.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [],
};
