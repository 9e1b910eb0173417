/** Maps and settings as they stand in a lab's address; what cannot be read gives null, never a guess. */

/** "1,2;3,4" for [[1, 2], [3, 4]]. */
export const writeMap = (rows: readonly (readonly number[])[]): string =>
  rows.map((row) => row.join(",")).join(";");

/** A map of at most `most` cells a side, every row as long as the first, whole numbers from −99 to 99. */
export function readMap(text: string | null, most: number): number[][] | null {
  if (text === null || text.length > 4 * most * most) return null;
  const rows = text
    .split(";")
    .map((row) => row.split(",").map((cell) => (/^-?\d{1,2}$/.test(cell) ? Number(cell) : Number.NaN)));
  const width = rows[0]?.length ?? 0;
  const isMap = rows.length <= most && width <= most && rows.every((row) => row.length === width);
  return isMap && rows.flat().every(Number.isInteger) ? rows : null;
}

/** A whole number within its bounds, or `otherwise`. */
export function readWhole(
  text: string | null,
  [least, most]: readonly [number, number],
  otherwise: number,
): number {
  if (text === null || !/^-?\d{1,6}$/.test(text)) return otherwise;
  const value = Number(text);
  return value >= least && value <= most ? value : otherwise;
}

/** The one of these values that is written so, or `otherwise`. */
export const readListed = <Value extends string | number>(
  text: string | null,
  values: readonly Value[],
  otherwise: Value,
): Value => values.find((value) => String(value) === text) ?? otherwise;
