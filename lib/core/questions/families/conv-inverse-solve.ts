/** Which padding, stride or kernel gives the output that is wanted? Every candidate is really tried. */
import type { NetworkProgram } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { outputSize } from "../../compute/windows";
import { particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  answerOf,
  type ConvInverseSolve,
  candidatesOf,
  formulaOf,
  isOne,
  letters,
  mistakes,
  reachedBy,
  trueSize,
  type Unknown,
  withValue,
} from "./conv-inverse-solve-rules";

const draws: Record<Level, (rng: Rng) => Omit<ConvInverseSolve, "target">> = {
  1: (rng) => ({
    unknown: "padding",
    side: rng.pick([7, 8, 14, 16, 28, 32]),
    kernel: rng.pick([3, 5, 7]),
    padding: rng.int(0, 2),
    stride: 1,
  }),
  2: (rng) => ({
    unknown: rng.pick(["padding", "stride", "stride"]),
    side: rng.pick([7, 9, 12, 15, 28, 32]),
    kernel: rng.int(3, 5),
    padding: rng.int(0, 1),
    stride: rng.int(1, 4),
  }),
  3: (rng) => ({
    unknown: rng.pick(["stride", "kernel", "kernel"]),
    side: rng.int(8, 24),
    kernel: rng.int(2, 5),
    padding: rng.int(0, 2),
    stride: rng.int(2, 4),
  }),
};

function propose(rng: Rng, level: Level, separating?: string): ConvInverseSolve {
  const wanted = formOf[separating ?? ""];
  const drawn = {
    ...draws[wanted?.level ?? level](rng),
    ...(wanted?.unknown && { unknown: wanted.unknown }),
  };
  const isSameSize = drawn.unknown === "padding" && drawn.stride === 1 && drawn.kernel % 2 === 1;
  const padding = isSameSize ? (drawn.kernel - 1) / 2 : drawn.padding;
  const target = outputSize(drawn.side, 2 * padding, drawn.kernel, drawn.stride, 1);
  return { ...drawn, padding, target };
}
/** Slips that only some unknowns can show. */
const formOf: Record<string, { level: Level; unknown?: Unknown }> = {
  "padding-is-kernel": { level: 1, unknown: "padding" },
  "padding-not-halved": { level: 1, unknown: "padding" },
  "half-rounded-up": { level: 1, unknown: "padding" },
  "first-only": { level: 3, unknown: "kernel" },
  "first-position-missed": { level: 3 },
  "ratio-only": { level: 2, unknown: "stride" },
  "remainder-refused": { level: 3 },
};

function legal(params: unknown): params is ConvInverseSolve {
  const { unknown, side, kernel, padding, stride, target } = fieldsOf(params) ?? {};
  if (unknown !== "padding" && unknown !== "stride" && unknown !== "kernel") return false;
  if (!isWhole(side, 2, 224) || !isWhole(kernel, 1, 11) || !isWhole(padding, 0, 10)) return false;
  if (!isWhole(stride, 1, 6) || !isWhole(target, 1, 256)) return false;
  const reaching = reachedBy(params as ConvInverseSolve, trueSize);
  return unknown === "padding" ? reaching.length === 1 : reaching.length >= 1;
}

const names: Record<Unknown, Text> = {
  padding: { ko: "padding", en: "padding" },
  stride: { ko: "stride", en: "stride" },
  kernel: { ko: "커널의 한 변", en: "kernel side" },
};

function ask(params: ConvInverseSolve): Ask {
  const { unknown, side, target } = params;
  const known = (["kernel", "padding", "stride"] as const).filter((name) => name !== unknown);
  const settings = (locale: "ko" | "en") =>
    known
      .map((name) =>
        name === "kernel"
          ? `${locale === "ko" ? "커널" : "kernel"} ${params.kernel}×${params.kernel}`
          : `${name} ${params[name]}`,
      )
      .join(", ");
  return {
    prompt: isOne(params)
      ? {
          ko: `입력 ${side}×${side}, ${settings("ko")}인 합성곱의 출력이 ${target}×${target}${particle(`${target}`, "이가")} 되려면 padding은 얼마여야 하나요?`,
          en: `Input ${side}×${side}, ${settings("en")}: which padding makes the output ${target}×${target}?`,
        }
      : {
          ko: `입력 ${side}×${side}, ${settings("ko")}인 합성곱의 출력이 ${target}×${target}${particle(`${target}`, "이가")} 되는 ${names[unknown].ko}${particle(names[unknown].ko, "을를")} 모두 고르세요.`,
          en: `Input ${side}×${side}, ${settings("en")}: choose every ${names[unknown].en} that makes the output ${target}×${target}.`,
        },
    given: [
      {
        ko: "padding은 네 변에 똑같이 붙고, 끝에 남는 칸은 버려요.",
        en: "Padding is the same on all four sides; cells left over at the end are dropped.",
      },
    ],
    figures: [],
    answer: isOne(params)
      ? { kind: "integer", label: { ko: "padding", en: "Padding" } }
      : {
          kind: "choices",
          options: candidatesOf(params).map((value) => ({
            id: String(value),
            text: { ko: String(value), en: String(value) },
          })),
        },
  };
}

const solve = (params: ConvInverseSolve): BatchProgram => ({
  kind: "batch",
  programs: candidatesOf(params).map((value): NetworkProgram => {
    const { side, kernel, padding, stride } = withValue(params, value);
    return {
      kind: "network",
      input: [side, side, 1],
      layers: [
        {
          type: "conv",
          filters: 1,
          kernel: [kernel, kernel],
          stride: [stride, stride],
          pads: [padding, padding, padding, padding],
          dilation: [1, 1],
          bias: false,
        },
      ],
    };
  }),
});

/** Size that each candidate gave; null where the kernel did not fit. */
const sizesOf = (output: Output): (number | null)[] =>
  takeBatch(output, "network").map((made) => made?.layers[0]?.output[0] ?? null);

function read(output: Output, params: ConvInverseSolve): Truth {
  const sizes = sizesOf(output);
  const truth = answerOf(
    params,
    candidatesOf(params).filter((_, at) => sizes[at] === params.target),
  );
  if (!truth) throw new Error("conv-inverse-solve: no single value reaches the target");
  return truth;
}

function explain(params: ConvInverseSolve, output: Output): Explanation {
  const { unknown, target } = params;
  const sizes = sizesOf(output);
  const candidates = candidatesOf(params).map((value, at) => {
    const size = sizes[at] ?? null;
    return { value, output: size, isRight: size === target };
  });
  const right = candidates.filter(({ isRight }) => isRight).map(({ value }) => value);
  const letter = letters[unknown];
  const formula = `${formulaOf(params)} + 1 = ${target}`;
  return {
    steps: [
      { ko: formula, en: formula },
      {
        ko: `하나씩 넣어 보면 ${letter} = ${right.join(", ")}일 때 ${target}${particle(`${target}`, "이가")} 나와요.`,
        en: `Trying each, ${letter} = ${right.join(", ")} gives ${target}.`,
      },
    ],
    scene: { kind: "candidates", unknown, target, candidates },
  };
}

const judging = { id: "conv-inverse-solve", solve, read, mistakes, legal };

export const convInverseSolve: Family<ConvInverseSolve> = {
  ...judging,
  version: 1,
  title: { ko: "원하는 출력에서 거꾸로 찾기", en: "From the output back to the setting" },
  concepts: ["stride", "padding", "convolutional-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  // Of five strides few are anybody's wrong rule, and for a 3×3 kernel two wrong paddings meet.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "target",
      label: { ko: "원하는 출력", en: "Wanted output" },
      values: ({ side }) => Array.from({ length: Math.min(side, 32) }, (_, at) => at + 1),
      get: ({ target }) => target,
      set: (params, target) => ({ ...params, target }),
    },
  ],
};
