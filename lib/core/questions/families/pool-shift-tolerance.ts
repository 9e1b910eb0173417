/** What max pooling makes of a map that moved by one cell: inside a window nothing, across its border everything. */
import type { BatchProgram, Output, PoolProgram } from "../../compute/program";
import { particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { channelOf, toVolume } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";
import { type Direction, directions, mistakes, type PoolShiftTolerance } from "./pool-shift-tolerance-rules";

const directionIds = Object.keys(directions) as Direction[];

const plans: Record<Level, (rng: Rng) => { side: number; window: number; peaks: number }> = {
  1: () => ({ side: 4, window: 2, peaks: 1 }),
  2: (rng) => ({ side: rng.pick([4, 6]), window: 2, peaks: 2 }),
  3: (rng) => ({ side: rng.pick([6, 9]), window: 3, peaks: 2 }),
};

function propose(rng: Rng, level: Level, areCrossing: boolean[], separating?: string): PoolShiftTolerance {
  const { side, window, peaks: usual } = plans[level](rng);
  const values = rng.shuffle([3, 4, 5, 6, 7, 8, 9]);
  const count = countFor[separating ?? ""] ?? usual;
  const direction = rng.pick(directionIds);
  const cells = Array.from({ length: side * side }, (_, at): Cell => [Math.floor(at / side), at % side]);
  const drawCell = (isCrossing: boolean) =>
    rng.pick(
      cells.filter((cell) => {
        const next = stepped(cell, direction);
        return isInside(next, side) && (windowOf(cell, window) !== windowOf(next, window)) === isCrossing;
      }),
    );
  const peaks = values
    .slice(0, count)
    .map((value, at) => ({ cell: drawCell(areCrossing[at] ?? rng.int(0, 1) === 1), value }));
  return { side, window, peaks, direction };
}
/** Bright cells with which alone a slip can be told apart. */
const countFor: Record<string, number> = { "spread-over-both": 1, "peaks-mixed-up": 2 };

const stepped = ([row, column]: Cell, direction: Direction): Cell => {
  const [down, across] = directions[direction].step;
  return [row + down, column + across];
};
const isInside = ([row, column]: Cell, side: number): boolean =>
  row >= 0 && column >= 0 && row < side && column < side;

/** Name of the window that a cell lies in. */
const windowOf = (cell: Cell, window: number): string => cell.map((at) => Math.floor(at / window)).join();

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
    peaks.map(({ cell }) => windowOf(cell, params.window));
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
  // Where both bright cells stay, or both move, only the opposite rule is wrong. Without these one would always cross.
  draw: (rng, level, separating) => {
    // Tossed once, not at every try: across a border as often as not, so that no outcome is the usual one.
    const areCrossing = separating ? [] : [rng.int(0, 1) === 1, rng.int(0, 1) === 1];
    return drawTelling(judging, rng, (drawing) => propose(drawing, level, areCrossing, separating), {
      separating,
      least: 1,
    });
  },
  ask,
  explain,
  knobs: [],
};
