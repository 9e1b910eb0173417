/** The settings that are tried, which of them give the wanted output, and the wrong ways to look for them. */
import { outputSize } from "../../compute/windows";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export type Unknown = "padding" | "stride" | "kernel";
export interface ConvInverseSolve {
  unknown: Unknown;
  side: number;
  /** The setting that is looked for is not read. */
  kernel: number;
  padding: number;
  stride: number;
  target: number;
}

/** One value, or every value that reaches the target. */
export const isOne = ({ unknown }: ConvInverseSolve) => unknown === "padding";
export const candidatesOf = ({ unknown, kernel }: Pick<ConvInverseSolve, "unknown" | "kernel">): number[] =>
  unknown === "padding"
    ? Array.from({ length: kernel + 1 }, (_, at) => at)
    : unknown === "stride"
      ? [1, 2, 3, 4, 5]
      : [1, 2, 3, 4, 5, 6, 7];

type SizeRule = (params: ConvInverseSolve) => number;
export const trueSize: SizeRule = ({ side, padding, kernel, stride }) =>
  outputSize(side, 2 * padding, kernel, stride, 1);
export const withValue = (params: ConvInverseSolve, value: number): ConvInverseSolve => ({
  ...params,
  [params.unknown]: value,
});
/** Candidates with which a rule gives the target. */
export const reachedBy = (params: ConvInverseSolve, rule: SizeRule): number[] =>
  candidatesOf(params).filter((value) => rule(withValue(params, value)) === params.target);

export function answerOf(params: ConvInverseSolve, values: number[]): Truth | null {
  if (!isOne(params)) return values.length > 0 ? { kind: "choices", ids: values.map(String) } : null;
  const [value] = values;
  return value === undefined || values.length > 1 ? null : { kind: "integer", value };
}

export const letters: Record<Unknown, string> = { padding: "p", stride: "s", kernel: "k" };
/** The size formula with a letter for what is looked for. */
export function formulaOf({ unknown, side, kernel, padding, stride }: ConvInverseSolve): string {
  const part = (name: Unknown, value: number) => (name === unknown ? letters[name] : value);
  return `⌊(${side} + 2·${part("padding", padding)} − ${part("kernel", kernel)}) / ${part("stride", stride)}⌋`;
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
/** Cells that the windows reach over the input. */
const missing = ({ kernel, side, target, stride }: ConvInverseSolve): number =>
  (target - 1) * stride + kernel - side;

export const mistakes: Mistake<ConvInverseSolve>[] = [
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
    // Where nothing is missing there is nothing to share.
    (params) => (missing(params) > 0 ? onlyOne(missing)(params) : []),
    (params) => ({
      ko: `모자라는 ${missing(params)}칸은 양쪽에 절반씩 붙어요.`,
      en: `The ${missing(params)} cells that are missing are shared by both sides.`,
    }),
    (params) => {
      const { kernel, side, target, stride } = params;
      return `(${target} − 1)·${stride} + ${kernel} − ${side} = ${missing(params)}`;
    },
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
