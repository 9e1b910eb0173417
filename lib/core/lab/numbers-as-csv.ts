/** Numbers as comma-separated values for a spreadsheet: a line of names, then a line for each row; null is left empty. */
export const numbersAsCsv = (
  names: readonly string[],
  rows: readonly (readonly (number | null)[])[],
): string => [names, ...rows].map((row) => `${row.map((cell) => cell ?? "").join(",")}\r\n`).join("");
