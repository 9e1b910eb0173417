/** Which kernel made this output? Every candidate is really run on the image. */
import { runConv2d } from "../../compute/conv2d";
import type { BatchProgram, Conv2dProgram, Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { channelOf, toVolume } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isMatrix, isWhole } from "../params";
import { takeBatch } from "../take-output";
import { type KernelId, type KernelIdentify, kernelIds, kernels, mistakes } from "./kernel-identify-rules";

const sides: Record<Level, number> = { 1: 5, 2: 6, 3: 6 };
const sets: Record<Level, KernelId[][]> = {
  1: [["identity", "blur", "edge-x", "edge-y"]],
  2: [
    ["identity", "blur", "sharpen", "edge-x"],
    ["identity", "blur", "sharpen", "edge-y"],
    ["blur", "sharpen", "edge-x", "edge-y"],
    ["identity", "sharpen", "edge-x", "edge-y"],
  ],
  3: [
    ["edge-x", "edge-x-reversed", "edge-y", "edge-y-reversed"],
    ["edge-x", "edge-x-reversed", "edge-y", "sharpen"],
    ["edge-y", "edge-y-reversed", "edge-x", "blur"],
  ],
};

/** A bright patch on a dark ground in ninths, so that an average stays a whole number. */
function drawImage(rng: Rng, side: number): number[][] {
  const [ground, bright] = rng.int(0, 1) === 0 ? [0, 9] : [9, 18];
  const from = [rng.int(1, 2), rng.int(1, 2)] as const;
  const to = [rng.int(from[0] + 1, side - 2), rng.int(from[1] + 1, side - 2)] as const;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) =>
      row >= from[0] && row <= to[0] && column >= from[1] && column <= to[1] ? bright : ground,
    ),
  );
}

const programOf = (image: number[][], id: KernelId): Conv2dProgram => ({
  kind: "conv2d",
  input: toVolume(image),
  kernel: toVolume(kernels[id].rows).map((row) => row.map((cell) => [cell])),
  bias: null,
  pads: [1, 1, 1, 1],
  stride: [1, 1],
  dilation: [1, 1],
  repeat: 1,
});

function outputOf(image: number[][], id: KernelId): number[][] {
  const run = runConv2d(programOf(image, id));
  return run.ok ? channelOf(run.value.values) : [];
}

function propose(rng: Rng, level: Level, separating?: string): KernelIdentify {
  const image = drawImage(rng, sides[level]);
  const choices = separating === undefined ? sets[level] : Object.values(sets).flat();
  const candidates = rng.shuffle(rng.pick(choices));
  // Ninths of whole numbers come back whole, up to rounding in the last place.
  const shown = outputOf(image, rng.pick(candidates)).map((row) => row.map((value) => Math.round(value)));
  return { image, shown, candidates };
}

/** Far above float32's rounding on these sums, far below the steps of 1 that maps differ by. */
const near = 0.01;
const isSameMap = (one: number[][], other: number[][]): boolean =>
  one.length === other.length &&
  one.every((row, at) =>
    row.every((value, along) => Math.abs(value - (other[at]?.[along] ?? Number.NaN)) < near),
  );

function legal(params: unknown): params is KernelIdentify {
  const { image, shown, candidates } = fieldsOf(params) ?? {};
  if (!isMatrix(image, 12, -99, 99) || !isMatrix(shown, 12, -999, 999)) return false;
  if (!Array.isArray(candidates) || !isWhole(candidates.length, 2, 7)) return false;
  const isKnown =
    candidates.every((id) => kernelIds.includes(id)) && new Set(candidates).size === candidates.length;
  return isKnown && candidates.filter((id) => isSameMap(shown, outputOf(image, id))).length === 1;
}

const ask = ({ image, shown, candidates }: KernelIdentify): Ask => ({
  prompt: {
    ko: "입력에 padding 1, stride 1로 합성곱을 했더니 이런 출력이 나왔어요. 어느 커널을 썼나요?",
    en: "A convolution with padding 1 and stride 1 turned this input into this output. Which kernel was it?",
  },
  given: [
    {
      ko: "큰 값일수록 밝고, 입력 밖은 0이에요.",
      en: "Larger values are brighter; outside the input there is 0.",
    },
  ],
  figures: [
    { kind: "matrix", label: { ko: "입력", en: "Input" }, rows: image },
    { kind: "matrix", label: { ko: "출력", en: "Output" }, rows: shown },
  ],
  answer: {
    kind: "choice",
    // The blur's ninths are named in its words; a matrix of them would say nothing more.
    options: candidates.map((id) => ({
      id,
      text: kernels[id].label,
      ...(id === "blur" ? {} : { matrix: kernels[id].rows }),
    })),
  },
});

const solve = ({ image, candidates }: KernelIdentify): BatchProgram => ({
  kind: "batch",
  programs: candidates.map((id) => programOf(image, id)),
});

const mapsOf = (output: Output): number[][][] =>
  takeBatch(output, "conv2d").map((made) => (made ? channelOf(made.values) : []));

function read(output: Output, { shown, candidates }: KernelIdentify): Truth {
  const right = mapsOf(output).findIndex((map) => isSameMap(shown, map));
  return { kind: "choice", id: candidates[right] ?? "" };
}

/** The cell where the right output and another differ most: there they are told apart. */
function tellingCell(shown: number[][], maps: number[][][]): [row: number, column: number] {
  const cells = shown.flatMap((row, at) => row.map((_, along): [number, number] => [at, along]));
  const apart = ([row, column]: [number, number]) =>
    Math.min(
      ...maps
        .filter((map) => !isSameMap(map, shown))
        .map((map) => Math.abs((map[row]?.[column] ?? 0) - (shown[row]?.[column] ?? 0))),
    );
  return cells.reduce((best, cell) => (apart(cell) > apart(best) ? cell : best));
}

const write = (value: number | undefined): string =>
  String(Math.round((value ?? 0) * 10) / 10).replace("-", "−");

function explain(params: KernelIdentify, output: Output): Explanation {
  const { image, shown, candidates } = params;
  const maps = mapsOf(output);
  const truth = read(output, params);
  const [row, column] = tellingCell(shown, maps);
  const right = truth.kind === "choice" ? kernels[truth.id as KernelId].label : { ko: "", en: "" };
  const values = (locale: "ko" | "en") =>
    candidates
      .map((id, at) => `${kernels[id].label[locale]} ${write(maps[at]?.[row]?.[column])}`)
      .join(" · ");
  return {
    steps: [
      {
        ko: `${row}행 ${column}열에서 커널마다 나오는 값: ${values("ko")}`,
        en: `At row ${row}, column ${column} the kernels give: ${values("en")}`,
      },
      {
        ko: `출력의 ${row}행 ${column}열은 ${write(shown[row]?.[column])}이고, 모든 칸이 맞는 것은 ${right.ko}뿐이에요.`,
        en: `The output there is ${write(shown[row]?.[column])}, and only one kernel agrees in every cell: ${right.en}.`,
      },
    ],
    scene: {
      kind: "kernels",
      image,
      candidates: candidates.map((id, at) => ({
        id,
        label: kernels[id].label,
        kernel: kernels[id].rows,
        output: maps[at] ?? [],
        isRight: truth.kind === "choice" && truth.id === id,
      })),
    },
  };
}

const judging = { id: "kernel-identify", solve, read, mistakes, legal };

export const kernelIdentify: Family<KernelIdentify> = {
  ...judging,
  version: 1,
  title: { ko: "출력을 보고 커널 찾기", en: "Naming a kernel by its output" },
  concepts: ["filter", "feature-map"],
  answer: "choice",
  levels: [1, 2, 3],
  // Four options leave at most three wrong ones, and not every one of them is somebody's misreading.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [],
};
