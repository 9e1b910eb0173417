/** Kinds of pooling that can be told from their output, each really run. */
import { type Kind, mapBy, type PoolMapValue } from "./pool-map-value-rules";

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
