/** Decides which lines are a table and what its cells are. */

/** The line under a table's header: nothing but bars, dashes and colons. */
export const isTableRule = (line: string): boolean =>
  line.includes("|") && line.includes("-") && /^[\s|:-]+$/.test(line);

/** The cells of a line between its bars; an escaped bar is text. */
export function cellsOf(line: string): string[] {
  const cells = line.trim().split(/(?<!\\)\|/);
  if (cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => cell.trim().replaceAll("\\|", "|"));
}
