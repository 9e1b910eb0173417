/** What max pooling makes of a map that moved by one cell: inside a window nothing, across its border everything. */
import type { BatchProgram, Output, PoolProgram } from "../../compute/program";
import { joined, particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { channelOf, toVolume } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";

interface PoolShiftTolerance {
  side: number;
  /** Side of the window and its stride. */
  window: number;
  /** One or two bright cells on a map of zeros. */
  peaks: { cell: Cell; value: number }[];
  direction: Direction;
}

const directions = {
  left: { step: [0, -1], name: { ko: "왼쪽", en: "left" } },
  right: { step: [0, 1], name: { ko: "오른쪽", en: "right" } },
  up: { step: [-1, 0], name: { ko: "위", en: "up" } },
  down: { step: [1, 0], name: { ko: "아래", en: "down" } },
} satisfies Record<string, { step: Cell; name: Text }>;
type Direction = keyof typeof directions;
const directionIds = Object.keys(directions) as Direction[];

const plans: Record<Level, (rng: Rng) => { side: number; window: number; peaks: number }> = {
  1: () => ({ side: 4, window: 2, peaks: 1 }),
  2: (rng) => ({ side: rng.pick([4, 6]), window: 2, peaks: 2 }),
  3: (rng) => ({ side: rng.pick([6, 9]), window: 3, peaks: 2 }),
};

function propose(rng: Rng, level: Level, separating?: string): PoolShiftTolerance {
  const { side, window, peaks } = plans[level](rng);
  const values = rng.shuffle([3, 4, 5, 6, 7, 8, 9]);
  const count = separating === undefined ? peaks : (countFor[separating] ?? peaks);
  return {
    side,
    window,
    peaks: values
      .slice(0, count)
      .map((value) => ({ cell: [rng.int(0, side - 1), rng.int(0, side - 1)], value })),
    direction: rng.pick(directionIds),
  };
}
/** Bright cells with which alone a slip can be told apart. */
const countFor: Record<string, number> = { "spread-over-both": 1, "peaks-mixed-up": 2 };

const stepped = ([row, column]: Cell, direction: Direction): Cell => {
  const [down, across] = directions[direction].step;
  return [row + down, column + across];
};
const isInside = ([row, column]: Cell, side: number): boolean =>
  row >= 0 && column >= 0 && row < side && column < side;

/** A square map of zeros with these values on it, the larger where two meet; what lies outside is lost. */
function mapOf(side: number, peaks: readonly { cell: Cell; value: number }[]): number[][] {
  const map = Array.from({ length: side }, () => Array<number>(side).fill(0));
  for (const { cell, value } of peaks) {
    const row = isInside(cell, side) ? map[cell[0]] : undefined;
    if (row) row[cell[1]] = Math.max(row[cell[1]] ?? 0, value);
  }
  return map;
}
const moved = ({ peaks, direction }: PoolShiftTolerance) =>
  peaks.map(({ cell, value }) => ({ cell: stepped(cell, direction), value }));

/** Output maps that somebody may expect: each bright cell stays in its output cell or moves on by one. */
function expectations(params: PoolShiftTolerance): { id: string; text: Text; matrix: number[][] }[] {
  const { side, window, peaks, direction } = params;
  const size = Math.floor(side / window);
  const at = ({ cell: [row, column], value }: { cell: Cell; value: number }, isMoved: boolean) => {
    const place: Cell = [Math.floor(row / window), Math.floor(column / window)];
    return { cell: isMoved ? stepped(place, direction) : place, value };
  };
  const map = (areMoved: boolean[]) =>
    mapOf(
      size,
      peaks.map((peak, each) => at(peak, areMoved[each] ?? false)),
    );
  const option = (id: string, ko: string, en: string, matrix: number[][]) => ({
    id,
    text: { ko, en },
    matrix,
  });
  if (peaks.length === 1) {
    const [stays, goes] = [map([false]), map([true])];
    const both = stays.map((row, r) => row.map((value, c) => Math.max(value, goes[r]?.[c] ?? 0)));
    return [
      option("unchanged", "그대로", "Unchanged", stays),
      option("moved", "한 칸 옮겨 간다", "Moved by one cell", goes),
      option("both", "두 칸에 나타난다", "In two cells", both),
    ];
  }
  const [first = { value: 0 }, second = { value: 0 }] = peaks;
  return [
    option("unchanged", "둘 다 그대로", "Both unchanged", map([false, false])),
    option("moved", "둘 다 옮겨 간다", "Both moved", map([true, true])),
    option("first-moved", `${first.value}만 옮겨 간다`, `Only ${first.value} moved`, map([true, false])),
    option("second-moved", `${second.value}만 옮겨 간다`, `Only ${second.value} moved`, map([false, true])),
  ];
}

function legal(params: unknown): params is PoolShiftTolerance {
  const { side, window, peaks, direction } = fieldsOf(params) ?? {};
  if (!isWhole(side, 2, 12) || !isWhole(window, 2, 4) || Number(side) % Number(window) !== 0) return false;
  if (!directionIds.includes(direction as Direction)) return false;
  if (!Array.isArray(peaks) || !isWhole(peaks.length, 1, 2)) return false;
  const isPeak = (value: unknown) => {
    const { cell, value: brightness } = fieldsOf(value) ?? {};
    const isCell =
      Array.isArray(cell) && cell.length === 2 && cell.every((at) => isWhole(at, 0, Number(side) - 1));
    return (
      isCell &&
      isWhole(brightness, 1, 9) &&
      isInside(stepped(cell as Cell, direction as Direction), Number(side))
    );
  };
  if (!peaks.every(isPeak)) return false;
  const maps = expectations(params as PoolShiftTolerance).map(({ matrix }) => JSON.stringify(matrix));
  return new Set(maps).size === maps.length && isKept(params as PoolShiftTolerance);
}

/** Bright cells keep to windows of their own before and after, so that neither hides the other. */
function isKept(params: PoolShiftTolerance): boolean {
  const windows = (peaks: PoolShiftTolerance["peaks"]) =>
    peaks.map(({ cell }) => cell.map((at) => Math.floor(at / params.window)).join());
  const isApart = (places: string[]) => new Set(places).size === params.peaks.length;
  return isApart(windows(params.peaks)) && isApart(windows(moved(params)));
}

function ask(params: PoolShiftTolerance): Ask {
  const { side, window, peaks, direction } = params;
  const { name } = directions[direction];
  const options = expectations(params);
  // The order depends on the numbers, so that the place of an option tells nothing.
  const turn =
    peaks.reduce((sum, { cell, value }) => sum + cell[0] + cell[1] * 2 + value, 0) % options.length;
  return {
    prompt: {
      ko: `지도 전체가 ${name.ko}${particle(name.ko, "으로로")} 한 칸 움직인 뒤에 ${window}×${window}, stride ${window} 최대 풀링을 하면 출력은?`,
      en: `The whole map moves one cell ${name.en}, and then max pooling ${window}×${window}, stride ${window} runs. What is the output?`,
    },
    given: [
      {
        ko: "움직여서 비는 칸은 0이에요. 보기의 이름은 움직이기 전의 풀링 출력과 견준 거예요.",
        en: "Cells left empty by the move are 0. The options compare with the pooled output before the move.",
      },
    ],
    figures: [
      {
        kind: "matrix",
        label: { ko: "움직이기 전의 지도", en: "Map before the move" },
        rows: mapOf(side, peaks),
        marked: peaks.map(({ cell }) => cell),
      },
    ],
    answer: { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] },
  };
}

const programOf = (map: number[][], window: number): PoolProgram => ({
  kind: "pool",
  pool: "max",
  input: toVolume(map),
  window: [window, window],
  stride: [window, window],
  pads: [0, 0, 0, 0],
  rounding: "floor",
  divisor: "window",
});
const solve = (params: PoolShiftTolerance): BatchProgram => ({
  kind: "batch",
  programs: [params.peaks, moved(params)].map((peaks) => programOf(mapOf(params.side, peaks), params.window)),
});

function mapsOf(output: Output): [before: number[][], after: number[][]] {
  const [before = [], after = []] = takeBatch(output, "pool").map((made) =>
    made ? channelOf(made.values) : [],
  );
  return [before, after];
}
const isSameMap = (one: number[][], other: number[][]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function read(output: Output, params: PoolShiftTolerance): Truth {
  const [, after] = mapsOf(output);
  const right = expectations(params).find(({ matrix }) => isSameMap(matrix, after));
  return { kind: "choice", id: right?.id ?? "" };
}

const slip = (
  name: string,
  label: Text,
  id: (truth: string, params: PoolShiftTolerance) => string | null,
  say: (params: PoolShiftTolerance) => Text,
): Mistake<PoolShiftTolerance> => ({
  slip: name,
  name: label,
  gives: (params, truth) => {
    const given = truth.kind === "choice" ? id(truth.id, params) : null;
    return given === null ? null : { kind: "choice", id: given };
  },
  say,
});

const mistakes: Mistake<PoolShiftTolerance>[] = [
  slip(
    "never-changes",
    { ko: "풀링하면 늘 그대로라고 했다", en: "Pooling was said never to change" },
    () => "unchanged",
    ({ window }) => ({
      ko: `움직여도 같은 ${window}×${window} 창 안에 있을 때만 그대로예요. 창의 경계를 넘으면 다른 칸으로 가요.`,
      en: `The output stays only while the value is in the same ${window}×${window} window. Across the border it goes to another cell.`,
    }),
  ),
  slip(
    "always-changes",
    { ko: "한 칸 움직이면 출력도 움직인다고 했다", en: "The output was said to move with every cell" },
    () => "moved",
    ({ window }) => ({
      ko: `한 칸 움직여도 같은 ${window}×${window} 창 안이면 가장 큰 값은 그대로 그 칸에 있어요.`,
      en: `A move inside the same ${window}×${window} window leaves the largest value where it is.`,
    }),
  ),
  slip(
    "spread-over-both",
    { ko: "두 창에 다 나타난다고 했다", en: "It was said to show in two windows" },
    (_, { peaks }) => (peaks.length === 1 ? "both" : null),
    () => ({
      ko: "창끼리 겹치지 않으니 값 하나는 창 하나에만 들어가요.",
      en: "The windows do not overlap, so one value lies in one window only.",
    }),
  ),
  slip(
    "peaks-mixed-up",
    { ko: "어느 쪽이 경계를 넘는지 바꾸어 보았다", en: "Which one crosses a border was mixed up" },
    (truth) => ({ "first-moved": "second-moved", "second-moved": "first-moved" })[truth] ?? null,
    ({ window }) => ({
      ko: `자리를 ${joined(window, "으로로")} 나눈 몫이 움직이기 전과 뒤에 다른 쪽이 창을 넘어요.`,
      en: `Divide each place by ${window}: where the quotient changes, the value crosses into another window.`,
    }),
  ),
];

function explain(params: PoolShiftTolerance, output: Output): Explanation {
  const { side, window, peaks, direction } = params;
  const [before, after] = mapsOf(output);
  const { step, name } = directions[direction];
  const axis = step[0] === 0 ? 1 : 0;
  const places = peaks.map(({ cell, value }) => {
    const [from, to] = [cell[axis], cell[axis] + (step[axis] ?? 0)];
    const windows = [Math.floor(from / window), Math.floor(to / window)];
    return { value, from, to, isSame: windows[0] === windows[1], windows };
  });
  return {
    steps: places.map(({ value, from, to, isSame, windows }) => ({
      ko: `${value}: ${axis === 1 ? "열" : "행"} ${from} → ${to}, 창 ${windows.join(" → ")}. ${isSame ? "같은 창이라 그대로예요." : "다른 창이라 옮겨 가요."}`,
      en: `${value}: ${axis === 1 ? "column" : "row"} ${from} → ${to}, window ${windows.join(" → ")}. ${isSame ? "The same window, so it stays." : "Another window, so it moves."}`,
    })),
    scene: {
      kind: "shift",
      direction: name,
      window: [window, window],
      stride: [window, window],
      before: { input: mapOf(side, peaks), output: before },
      after: { input: mapOf(side, moved(params)), output: after },
      isChanged: !isSameMap(before, after),
    },
  };
}

const judging = { id: "pool-shift-tolerance", solve, read, mistakes, legal };

export const poolShiftTolerance: Family<PoolShiftTolerance> = {
  ...judging,
  version: 1,
  title: { ko: "한 칸 움직인 지도의 풀링", en: "Pooling a map that moved" },
  concepts: ["pooling-layer", "pooling-kinds"],
  answer: "choice",
  levels: [1, 2, 3],
  // Three or four options, of which one is right and not every other is somebody's rule.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [],
};
