/** Questions to ask of outside JSON before a family trusts it as its params. */

export const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && isBetween(value, least, most);

export const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === "number" && value >= least && value <= most;

/** The fields of a JSON object, or null for anything else. */
export const fieldsOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

/** Two whole numbers of at least 1. */
export const isPair = (value: unknown, most: number): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((side) => isWhole(side, 1, most));

/** A map of whole numbers with sides from 1 to `most`, every row as long as the first. */
export const isMatrix = (value: unknown, most: number, least: number, largest: number): value is number[][] =>
  Array.isArray(value) &&
  isWhole(value.length, 1, most) &&
  value.every(
    (row) =>
      Array.isArray(row) &&
      isWhole(row.length, 1, most) &&
      row.length === value[0].length &&
      row.every((cell) => isWhole(cell, least, largest)),
  );
