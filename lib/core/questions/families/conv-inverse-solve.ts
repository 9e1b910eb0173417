/** Which padding, stride or kernel gives the output that is wanted? Every candidate is really tried. */
import type { NetworkProgram } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { outputSize } from "../../compute/windows";
import { particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";

type Unknown = "padding" | "stride" | "kernel";
interface ConvInverseSolve {
  unknown: Unknown;
  side: number;
  /** The setting that is looked for is not read. */
  kernel: number;
  padding: number;
  stride: number;
  target: number;
}

/** One value, or every value that reaches the target. */
const isOne = ({ unknown }: ConvInverseSolve) => unknown === "padding";
const candidatesOf = ({ unknown, kernel }: Pick<ConvInverseSolve, "unknown" | "kernel">): number[] =>
  unknown === "padding"
    ? Array.from({ length: kernel + 1 }, (_, at) => at)
    : unknown === "stride"
      ? [1, 2, 3, 4, 5]
      : [1, 2, 3, 4, 5, 6, 7];

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

type SizeRule = (params: ConvInverseSolve) => number;
const trueSize: SizeRule = ({ side, padding, kernel, stride }) =>
  outputSize(side, 2 * padding, kernel, stride, 1);
const withValue = (params: ConvInverseSolve, value: number): ConvInverseSolve => ({
  ...params,
  [params.unknown]: value,
});
/** Candidates with which a rule gives the target. */
const reachedBy = (params: ConvInverseSolve, rule: SizeRule): number[] =>
  candidatesOf(params).filter((value) => rule(withValue(params, value)) === params.target);

function answerOf(params: ConvInverseSolve, values: number[]): Truth | null {
  if (!isOne(params)) return values.length > 0 ? { kind: "choices", ids: values.map(String) } : null;
  const [value] = values;
  return value === undefined || values.length > 1 ? null : { kind: "integer", value };
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

function slip(
  name: string,
  label: Text,
  values: (params: ConvInverseSolve) => number[],
  say: (params: ConvInverseSolve) => Text,
  work?: (params: ConvInverseSolve) => string,
): Mistake<ConvInverseSolve> {
  return {
    slip: name,
    name: label,
    gives: (params) => answerOf(params, values(params)),
    say,
    ...(work && { work }),
  };
}
const onlyOne = (value: (params: ConvInverseSolve) => number) => (params: ConvInverseSolve) =>
  isOne(params) && Number.isInteger(value(params)) ? [value(params)] : [];
const letters: Record<Unknown, string> = { padding: "p", stride: "s", kernel: "k" };
/** The size formula with a letter for what is looked for. */
function formulaOf({ unknown, side, kernel, padding, stride }: ConvInverseSolve): string {
  const part = (name: Unknown, value: number) => (name === unknown ? letters[name] : value);
  return `⌊(${side} + 2·${part("padding", padding)} − ${part("kernel", kernel)}) / ${part("stride", stride)}⌋`;
}

const mistakes: Mistake<ConvInverseSolve>[] = [
  slip(
    "padding-is-kernel",
    { ko: "커널만큼 붙였다", en: "As much padding as the kernel" },
    onlyOne(({ kernel }) => kernel),
    ({ kernel }) => ({
      ko: `커널이 움직이며 잃는 것은 ${kernel} − 1 = ${kernel - 1}칸이고, 양쪽이 나누어 채워요.`,
      en: `The kernel costs ${kernel} − 1 = ${kernel - 1} cells, and both sides share in making them up.`,
    }),
    ({ kernel }) => `${kernel}`,
  ),
  slip(
    "padding-not-halved",
    { ko: "양쪽으로 나누지 않았다", en: "The zeros were not shared between both sides" },
    onlyOne(({ kernel, side, target, stride }) => (target - 1) * stride + kernel - side),
    ({ kernel, side, target, stride }) => ({
      ko: `모자라는 ${(target - 1) * stride + kernel - side}칸은 양쪽에 절반씩 붙어요.`,
      en: `The ${(target - 1) * stride + kernel - side} cells that are missing are shared by both sides.`,
    }),
    ({ kernel, side, target, stride }) =>
      `(${target} − 1)·${stride} + ${kernel} − ${side} = ${(target - 1) * stride + kernel - side}`,
  ),
  slip(
    "half-rounded-up",
    { ko: "커널의 절반을 올림했다", en: "Half of the kernel was rounded up" },
    onlyOne(({ kernel }) => Math.ceil(kernel / 2)),
    ({ kernel }) => ({
      ko: `커널의 가운데 칸은 입력 위에 놓여요. 바깥으로 나가는 것은 (${kernel} − 1)/2칸이에요.`,
      en: `The kernel's middle cell lies on the input; (${kernel} − 1)/2 cells stick out.`,
    }),
    ({ kernel }) => `⌈${kernel} / 2⌉ = ${Math.ceil(kernel / 2)}`,
  ),
  slip(
    "first-position-missed",
    { ko: "마지막 + 1을 빠뜨렸다", en: "The last + 1 was left out" },
    (params) => reachedBy(params, (tried) => trueSize(tried) - 1),
    () => ({
      ko: "나눈 값은 움직인 횟수예요. 처음 놓인 자리까지 세어야 해요.",
      en: "The quotient counts moves. The place where the kernel starts counts too.",
    }),
    (params) => `${formulaOf(params)} = ${params.target}`,
  ),
  slip(
    "first-only",
    { ko: "하나만 찾고 멈추었다", en: "The search stopped at the first" },
    (params) => (isOne(params) ? [] : reachedBy(params, trueSize).slice(0, 1)),
    () => ({
      ko: "나머지를 버리기 때문에 여러 값이 같은 크기를 낼 수 있어요. 모두 넣어 보세요.",
      en: "Since the remainder is dropped, several values can give the same size. Try them all.",
    }),
  ),
  slip(
    "ratio-only",
    { ko: "입력을 출력으로 나누기만 했다", en: "The input was only divided by the output" },
    (params) =>
      params.unknown === "stride" ? reachedBy(params, ({ side, stride }) => Math.floor(side / stride)) : [],
    ({ kernel }) => ({
      ko: `커널이 ${kernel}칸을 차지해서 움직일 자리가 줄어요. 식에 모두 넣어 보세요.`,
      en: `The kernel takes ${kernel} cells, so there is less room to move. Put each value into the whole formula.`,
    }),
  ),
  slip(
    "remainder-refused",
    { ko: "나누어떨어지는 값만 골랐다", en: "Only values without a remainder were chosen" },
    (params) =>
      isOne(params)
        ? []
        : reachedBy(params, trueSize).filter((value) => {
            const { side, padding, kernel, stride } = withValue(params, value);
            return (side + 2 * padding - kernel) % stride === 0;
          }),
    () => ({
      ko: "나누어떨어지지 않아도 돼요. 끝에 남는 칸을 버릴 뿐이에요.",
      en: "A remainder is no obstacle: the cells left over are just dropped.",
    }),
  ),
];

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
