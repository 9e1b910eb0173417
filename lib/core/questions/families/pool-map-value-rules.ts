/** How a learner may pool a map: the program, and the wrong programs with their names. */
import { runPool } from "../../compute/pool";
import type { PoolProgram } from "../../compute/program";
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { channelOf, toVolume } from "../draw-matrix";
import type { Mistake } from "../family";

export type Kind = "max" | "average" | "smallest";
type Pool = "max" | "average";
export interface PoolMapValue {
  input: number[][];
  window: number;
  stride: number;
  padding: number;
  /** What an average divides by where a window reaches into the padding. */
  divisor: PoolProgram["divisor"];
  /** The whole map, one cell of it, or which kind of pooling made the map that is shown. */
  asks:
    | { form: "map"; pool: Pool }
    | { form: "cell"; pool: Pool; cell: Cell }
    | { form: "kind"; shown: number[][] };
}
export type Form = PoolMapValue["asks"]["form"];

export const decimalsOf = (pool: Pool): number => (pool === "max" ? 0 : 2);

export const programOf = (params: PoolMapValue, pool: Pool): PoolProgram => ({
  kind: "pool",
  pool,
  input: toVolume(params.input),
  window: [params.window, params.window],
  stride: [params.stride, params.stride],
  pads: [params.padding, params.padding, params.padding, params.padding],
  rounding: "floor",
  divisor: params.divisor,
});

/** Map of a pooling; null where no window fits. */
export function mapBy(params: PoolMapValue, pool: Pool): number[][] | null {
  const run = runPool(programOf(params, pool));
  return run.ok ? channelOf(run.value.values) : null;
}

/** Kinds of pooling that can be told from their output, each really run. */
export const kinds: Kind[] = ["max", "average", "smallest"];
export const negated = (map: number[][]): number[][] => map.map((row) => row.map((value) => 0 - value));

/** Smallest values are the largest of the map turned negative. */
export function mapOf(params: Omit<PoolMapValue, "asks">, kind: Kind): number[][] | null {
  const asked = { ...params, asks: { form: "map" as const, pool: "max" as const } };
  if (kind !== "smallest") return mapBy(asked, kind);
  const turned = mapBy({ ...asked, input: negated(params.input) }, "max");
  return turned && negated(turned);
}
/** Means of whole numbers agree to far less than this in both engines. */
const near = 0.001;
export const isSameMap = (one: number[][], other: number[][]): boolean =>
  one.length === other.length &&
  one.every((row, at) =>
    row.every((value, along) => Math.abs(value - (other[at]?.[along] ?? Number.NaN)) < near),
  );

/** What was asked for, out of a pooled map; null where the cell lies outside it. */
export function answerOf(asks: PoolMapValue["asks"], map: number[][], pool: Pool): Truth | null {
  const decimals = decimalsOf(pool);
  if (asks.form !== "cell") return { kind: "grid", rows: map, decimals };
  const value = map[asks.cell[0]]?.[asks.cell[1]];
  if (value === undefined) return null;
  return decimals === 0 ? { kind: "integer", value } : { kind: "number", value, decimals };
}

/** A wrong rule gives another map, read as the question asks. */
function slip(
  name: string,
  label: Text,
  map: (params: PoolMapValue, pool: Pool) => number[][] | null,
  say: (params: PoolMapValue, pool: Pool) => Text,
): Mistake<PoolMapValue> {
  const poolOf = ({ asks }: PoolMapValue): Pool => (asks.form === "kind" ? "max" : asks.pool);
  return {
    slip: name,
    name: label,
    gives: (params, truth) => {
      if (params.asks.form === "kind") return null;
      const made = map(params, params.asks.pool);
      return made && cropped(answerOf(params.asks, made, params.asks.pool), truth);
    },
    say: (params) => say(params, poolOf(params)),
  };
}

/** A wrong map of another size is read as far as the asked map goes. */
function cropped(given: Truth | null, truth: Truth): Truth | null {
  if (given?.kind !== "grid" || truth.kind !== "grid") return given;
  const rows = truth.rows.map((row, at) => row.map((_, along) => given.rows[at]?.[along]));
  return rows.flat().every((value) => value !== undefined) ? { ...given, rows: rows as number[][] } : null;
}

const other = (pool: Pool): Pool => (pool === "max" ? "average" : "max");
const rounded = (map: number[][] | null): number[][] | null => map?.map((row) => row.map(Math.floor)) ?? null;

/** One kind taken for another, where the kind is asked. */
const taken = (
  name: string,
  label: Text,
  pairs: Partial<Record<Kind, Kind>>,
  say: Text,
): Mistake<PoolMapValue> => ({
  slip: name,
  name: label,
  gives: ({ asks }, truth) => {
    const id = asks.form === "kind" && truth.kind === "choice" ? pairs[truth.id as Kind] : undefined;
    return id ? { kind: "choice", id } : null;
  },
  say: () => say,
});

export const mistakes: Mistake<PoolMapValue>[] = [
  slip(
    "other-kind",
    { ko: "최대와 평균을 바꾸었다", en: "Largest and mean were swapped" },
    (params, pool) => {
      const map = mapBy(params, other(pool));
      return pool === "max" ? rounded(map) : map;
    },
    (_, pool) =>
      pool === "max"
        ? {
            ko: "최대 풀링은 창에서 가장 큰 값 하나를 골라요.",
            en: "Max pooling picks the largest value of the window.",
          }
        : {
            ko: "평균 풀링은 창의 값을 모두 더해 개수로 나누어요.",
            en: "Average pooling sums the window and divides by its cells.",
          },
  ),
  slip(
    "summed",
    { ko: "더하고 나누지 않았다", en: "The window was summed but not divided" },
    (params, pool) => {
      if (params.padding > 0) return null;
      const map = mapBy({ ...params, divisor: "window" }, "average");
      const sums = map?.map((row) => row.map((value) => Math.round(value * params.window * params.window)));
      return pool === "max" || sums ? (sums ?? null) : null;
    },
    ({ window }, pool) =>
      pool === "max"
        ? { ko: "더하지 않고 가장 큰 값을 골라요.", en: "Nothing is summed: the largest value is picked." }
        : {
            ko: `더한 뒤에 칸의 수 ${joined(window * window, "으로로")} 나누어야 해요.`,
            en: `The sum still has to be divided by its ${window * window} cells.`,
          },
  ),
  slip(
    "top-left-taken",
    { ko: "창의 왼쪽 위 값을 적었다", en: "The window's top left value was taken" },
    (params) => (params.padding > 0 ? null : mapBy({ ...params, window: 1 }, "max")),
    (_, pool) => ({
      ko: pool === "max" ? "창 전체에서 가장 큰 값을 찾아요." : "창 전체의 평균을 내요.",
      en:
        pool === "max"
          ? "Look for the largest value in the whole window."
          : "Take the mean over the whole window.",
    }),
  ),
  slip(
    "stride-not-followed",
    { ko: "stride만큼 움직이지 않았다", en: "The window was not moved by the stride" },
    (params, pool) => mapBy({ ...params, stride: params.stride === params.window ? 1 : params.window }, pool),
    ({ stride, window }) => ({
      ko: `창은 ${window}×${window}이고 ${stride}칸씩 움직여요.`,
      en: `The window is ${window}×${window} and moves by ${stride}.`,
    }),
  ),
  slip(
    "divisor-swapped",
    { ko: "나누는 칸 수를 다르게 셌다", en: "Another number of cells was divided by" },
    (params, pool) =>
      pool === "average" && params.padding > 0
        ? mapBy({ ...params, divisor: params.divisor === "window" ? "real-cells" : "window" }, pool)
        : null,
    ({ divisor, window }) =>
      divisor === "window"
        ? {
            ko: `여기서는 padding의 0도 세어 늘 ${joined(window * window, "으로로")} 나누어요.`,
            en: `Here the zeros of the padding count: always divide by ${window * window}.`,
          }
        : {
            ko: "여기서는 padding을 세지 않고 입력에 있는 칸의 수로 나누어요.",
            en: "Here padding does not count: divide by the cells of the input only.",
          },
  ),
  slip(
    "padding-as-zero",
    { ko: "padding을 0으로 보고 골랐다", en: "The padding was taken as zeros to pick from" },
    (params, pool) =>
      pool === "max" && params.padding > 0
        ? (mapBy(params, pool)?.map((row, at) =>
            row.map((value, along) => (reachesOut(params, at, along) ? Math.max(0, value) : value)),
          ) ?? null)
        : null,
    () => ({
      ko: "최대 풀링의 padding은 −∞예요. 음수뿐인 창에서도 입력의 값이 골라져요.",
      en: "Padding of max pooling is −∞: even among negatives a value of the input is picked.",
    }),
  ),
  slip(
    "cell-swapped",
    { ko: "행과 열을 바꾸어 읽었다", en: "Row and column were swapped" },
    (params, pool) => {
      if (params.asks.form !== "cell") return null;
      const map = mapBy(params, pool);
      return map?.[0]?.map((_, column) => map.map((row) => row[column] ?? 0)) ?? null;
    },
    () => ({
      ko: "먼저 적힌 것이 행이에요. 행은 위에서부터, 열은 왼쪽에서부터 세요.",
      en: "The row comes first: rows from the top, columns from the left.",
    }),
  ),
  taken(
    "largest-taken-for-mean",
    { ko: "큰 값과 평균을 구별하지 않았다", en: "Largest value and mean were not told apart" },
    { max: "average", average: "max" },
    {
      ko: "출력이 모두 입력에 있는 값이면 고른 것이고, 그 사이의 값이면 평균이에요. 한 창을 직접 계산해 보세요.",
      en: "Values that stand in the input were picked; values between them are means. Work out one window.",
    },
  ),
  taken(
    "smallest-taken",
    { ko: "가장 작은 값을 고른다고 보았다", en: "The smallest value was taken to be picked" },
    { max: "smallest", average: "smallest" },
    {
      ko: "첫 창에서 가장 작은 값과 출력을 견주어 보세요.",
      en: "Compare the smallest value of the first window with the output.",
    },
  ),
  taken(
    "smallest-not-seen",
    { ko: "가장 작은 값이 골라진 것을 보지 못했다", en: "That the smallest was picked was not seen" },
    { smallest: "average" },
    {
      ko: "출력의 값은 모두 창에서 가장 작은 값이에요.",
      en: "Every output is the smallest value of its window.",
    },
  ),
];

/** Whether a window lies partly in the padding. */
function reachesOut({ input, window, stride, padding }: PoolMapValue, row: number, column: number): boolean {
  const isOut = (at: number, size: number) =>
    at * stride - padding < 0 || at * stride - padding + window > size;
  return isOut(row, input.length) || isOut(column, input[0]?.length ?? 0);
}
