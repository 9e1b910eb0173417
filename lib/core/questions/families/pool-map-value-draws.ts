/** Which maps and which pooling are drawn at each level, and which numbers a variant may have. */
import { outputSize } from "../../compute/windows";
import type { Rng } from "../../rng";
import { drawMatrix } from "../draw-matrix";
import type { Level } from "../family";
import { fieldsOf, isMatrix, isWhole } from "../params";
import { type Form, isSameMap, kinds, mapBy, mapOf, type PoolMapValue } from "./pool-map-value-rules";

const plans: Record<
  Level,
  (rng: Rng) => Omit<PoolMapValue, "input" | "asks"> & { side: number; least: number; form: Form }
> = {
  1: (rng) => ({
    side: 4,
    window: 2,
    stride: 2,
    padding: 0,
    divisor: "window",
    least: 0,
    form: rng.pick(["map", "map", "cell", "kind"]),
  }),
  2: (rng) => ({
    side: rng.int(4, 6),
    window: rng.int(2, 3),
    stride: rng.int(1, 3),
    padding: 0,
    divisor: "window",
    least: 0,
    form: rng.pick(["map", "cell", "kind"]),
  }),
  3: (rng) => ({
    side: rng.int(4, 6),
    window: rng.int(2, 3),
    stride: rng.int(2, 3),
    padding: rng.int(0, 1),
    divisor: rng.pick(["window", "real-cells"]),
    least: -6,
    form: rng.pick(["map", "cell"]),
  }),
};
/** A slip needs what it overlooks. */
const needs: Record<string, { level?: Level; form?: Form; pool?: "max" | "average"; padding?: number }> = {
  "divisor-swapped": { level: 3, pool: "average", padding: 1 },
  "padding-as-zero": { level: 3, pool: "max", padding: 1 },
  "cell-swapped": { level: 2, form: "cell" },
  "largest-taken-for-mean": { form: "kind" },
  "smallest-taken": { form: "kind" },
  "smallest-not-seen": { form: "kind" },
};
const mostCells = 3;

export function propose(rng: Rng, level: Level, separating?: string): PoolMapValue {
  const need = needs[separating ?? ""] ?? {};
  const { side, least, form: drawn, ...rest } = plans[need.level ?? level](rng);
  const form = need.form ?? (separating && drawn === "kind" ? "map" : drawn);
  const padding = need.padding ?? rest.padding;
  const input = drawMatrix(rng, [side, side], least, 9);
  const pool = need.pool ?? rng.pick(["max", "average"] as const);
  const size = outputSize(side, 2 * padding, rest.window, rest.stride, 1);
  const base = { input, ...rest, padding };
  if (form === "kind") return { ...base, asks: { form, shown: mapOf(base, rng.pick(kinds)) ?? [] } };
  if (form === "cell" || size > mostCells) {
    return { ...base, asks: { form: "cell", pool, cell: [rng.int(0, size - 1), rng.int(0, size - 1)] } };
  }
  return { ...base, asks: { form, pool } };
}

export function legal(params: unknown): params is PoolMapValue {
  const { input, window, stride, padding, divisor, asks } = fieldsOf(params) ?? {};
  if (!isMatrix(input, 12, -99, 99) || !isWhole(window, 1, 5) || !isWhole(stride, 1, 5)) return false;
  if (!isWhole(padding, 0, Math.floor(Number(window) / 2))) return false;
  if (divisor !== "window" && divisor !== "real-cells") return false;
  const { form, pool, cell, shown } = fieldsOf(asks) ?? {};
  const pooled = params as PoolMapValue;
  if (form === "kind") {
    const isMap = Array.isArray(shown) && shown.length > 0 && shown.every(Array.isArray);
    return isMap && kinds.filter((kind) => isSameMap(mapOf(pooled, kind) ?? [], shown)).length === 1;
  }
  if (pool !== "max" && pool !== "average") return false;
  const map = mapBy(pooled, pool);
  if (!map || map.length > 12) return false;
  if (form === "map") return true;
  return (
    form === "cell" &&
    Array.isArray(cell) &&
    cell.length === 2 &&
    isWhole(cell[0], 0, map.length - 1) &&
    isWhole(cell[1], 0, (map[0]?.length ?? 0) - 1)
  );
}
