/** Which input cells one output cell depends on: a patch under a convolution, where a dense layer would use them all. */
import type { Pair } from "../../compute/layout";
import type { Output } from "../../compute/program";
import { windowsOn } from "../../compute/windows";
import { article } from "../../english";
import { particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  type ConvVsFullConnection,
  cellsOf,
  type Layer,
  mistakes,
  plain,
  solve,
  windowOf,
  write,
} from "./conv-vs-full-connection-rules";

const draws: Record<Level, (rng: Rng) => Omit<ConvVsFullConnection, "cell">> = {
  1: (rng) => ({ side: rng.int(4, 5), layers: [{ ...plain, kernel: rng.int(2, 3) }] }),
  2: (rng) => ({
    side: rng.int(5, 6),
    layers: [{ ...plain, stride: rng.int(1, 2), padding: rng.int(0, 1) }],
  }),
  3: (rng) =>
    rng.int(0, 1) === 0
      ? { side: rng.int(6, 7), layers: [{ ...plain, dilation: 2, padding: rng.int(0, 1) }] }
      : {
          side: rng.int(5, 6),
          layers: [
            { ...plain, kernel: 2, stride: rng.int(1, 2) },
            { ...plain, kernel: 2 },
          ],
        },
};
/** A slip needs a layer that has what it overlooks. */
const needs: Record<string, (rng: Rng) => Omit<ConvVsFullConnection, "cell">> = {
  "stride-ignored": (rng) => ({
    side: rng.int(5, 6),
    layers: [{ ...plain, stride: 2, padding: rng.int(0, 1) }],
  }),
  "padding-ignored": (rng) => ({ side: rng.int(4, 6), layers: [{ ...plain, padding: 1 }] }),
  "dilation-ignored": (rng) => ({ side: rng.int(6, 7), layers: [{ ...plain, dilation: 2 }] }),
  "last-layer-only": (rng) => ({
    side: rng.int(5, 6),
    layers: [
      { ...plain, kernel: 2 },
      { ...plain, kernel: 2 },
    ],
  }),
};

/** Size after all layers; null where one does not fit. */
function outputOf(side: number, layers: readonly Layer[]): Pair | null {
  let size: Pair | null = [side, side];
  for (const layer of layers) {
    const next: ReturnType<typeof windowsOn> | null = size && windowsOn(size, windowOf(layer));
    size = next?.ok ? next.value : null;
  }
  return size;
}

function propose(rng: Rng, level: Level, separating?: string): ConvVsFullConnection {
  const drawn = (needs[separating ?? ""] ?? draws[level])(rng);
  const [rows, columns] = outputOf(drawn.side, drawn.layers) ?? [1, 1];
  return { ...drawn, cell: [rng.int(0, rows - 1), rng.int(0, columns - 1)] };
}

function legal(params: unknown): params is ConvVsFullConnection {
  const { side, layers, cell } = fieldsOf(params) ?? {};
  if (!isWhole(side, 1, 12) || !Array.isArray(layers) || !isWhole(layers.length, 1, 3)) return false;
  const isLayer = (value: unknown) => {
    const { kernel, stride, padding, dilation } = fieldsOf(value) ?? {};
    return (
      isWhole(kernel, 1, 5) &&
      isWhole(stride, 1, 3) &&
      isWhole(padding, 0, Number(kernel) - 1) &&
      isWhole(dilation, 1, 3)
    );
  };
  if (!layers.every(isLayer)) return false;
  const size = outputOf(Number(side), layers);
  return (
    size !== null &&
    Array.isArray(cell) &&
    cell.length === 2 &&
    cell.every((at, axis) => isWhole(at, 0, (size[axis] ?? 0) - 1))
  );
}

function nameOf({ kernel, stride, padding, dilation }: Layer): Text {
  const settings = `${kernel}×${kernel}, padding ${padding}, stride ${stride}${dilation > 1 ? `, dilation ${dilation}` : ""}`;
  return { ko: `합성곱 ${settings}`, en: `convolution ${settings}` };
}

function ask({ side, layers, cell: [row, column] }: ConvVsFullConnection): Ask {
  const names = layers.map(nameOf);
  return {
    prompt: {
      ko: `입력 ${side}×${side}${particle(`${side}`, "이가")} ${names.map(({ ko }) => ko).join(" → ")}${layers.length > 1 ? " 순서로" : `${particle(nameOf(layers[0] ?? plain).ko, "을를")}`} 지나요. 출력의 ${row}행 ${column}열에 영향을 주는 입력 칸을 모두 고르세요.`,
      en: `${article("A", side)}×${side} input goes through ${names.map(({ en }) => en).join(" → ")}. Choose every input cell that affects the output at row ${row}, column ${column}.`,
    },
    given: [
      {
        ko: "행과 열은 0부터 세요. 커널의 값은 모두 0이 아니에요.",
        en: "Rows and columns count from 0. No value of the kernel is 0.",
      },
    ],
    figures: [],
    answer: {
      kind: "cells",
      label: { ko: "영향을 주는 입력 칸", en: "Input cells that affect it" },
      rows: side,
      columns: side,
    },
  };
}

const read = (output: Output): Truth => cellsOf(takeOutput(output, "influence").values);

function explain({ side, layers, cell }: ConvVsFullConnection, output: Output): Explanation {
  const { values, output: size } = takeOutput(output, "influence");
  const count = values.flat().filter((value) => value !== 0).length;
  const [first = plain] = layers;
  const start = cell.map((at) => at * first.stride - first.padding);
  const [top = 0, left = 0] = start;
  return {
    steps: [
      layers.length === 1
        ? {
            ko: `창의 왼쪽 위는 입력의 (${cell[0]}·${first.stride} − ${first.padding}, ${cell[1]}·${first.stride} − ${first.padding}) = (${write(top)}, ${write(left)})에 놓여요.`,
            en: `The window's top left lies at input (${cell[0]}·${first.stride} − ${first.padding}, ${cell[1]}·${first.stride} − ${first.padding}) = (${write(top)}, ${write(left)}).`,
          }
        : {
            ko: "마지막 층의 창이 보는 칸을 먼저 찾고, 그 칸마다 첫 층의 창을 놓아요.",
            en: "First find what the last layer's window sees, then lay the first layer's window on each of those cells.",
          },
      {
        ko: `영향을 주는 칸은 ${count}개예요. 완전 연결층이라면 ${side * side}개 모두예요.`,
        en: `${count} cells affect it. With a fully connected layer it would be all ${side * side}.`,
      },
    ],
    scene: { kind: "influence", values, output: size, from: cell, layer: windowOf(layers.at(-1) ?? plain) },
  };
}

const judging = { id: "conv-vs-full-connection", solve, read, mistakes, legal };

export const convVsFullConnection: Family<ConvVsFullConnection> = {
  ...judging,
  version: 1,
  title: { ko: "출력 한 칸이 보는 입력", en: "What one output cell sees" },
  concepts: ["convolutional-layer", "receptive-field", "fully-connected"],
  answer: "cells",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "row",
      label: { ko: "출력의 행", en: "Output row" },
      values: ({ side }) => Array.from({ length: side }, (_, at) => at),
      get: ({ cell: [row] }) => row,
      set: (params, row) => ({ ...params, cell: [row, params.cell[1]] }),
    },
    {
      id: "column",
      label: { ko: "출력의 열", en: "Output column" },
      values: ({ side }) => Array.from({ length: side }, (_, at) => at),
      get: ({ cell: [, column] }) => column,
      set: (params, column) => ({ ...params, cell: [params.cell[0], column] }),
    },
  ],
};
