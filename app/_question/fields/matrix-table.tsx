import type { CSSProperties } from "react";

const minus = (value: number) => String(value).replace("-", "−");
const keyed = <Item,>(items: readonly Item[]) => items.map((item, at) => ({ item, at }));

interface MatrixTableProps {
  rows: readonly (readonly number[])[];
  /** Read before the numbers. */
  label: string;
  marked?: readonly (readonly [row: number, column: number])[];
}

/** A small map of numbers with its rows and columns counted from 0. */
export function MatrixTable({ rows, label, marked = [] }: MatrixTableProps) {
  const width = rows[0]?.length ?? 0;
  const isMarked = (row: number, column: number) => marked.some(([r, c]) => r === row && c === column);
  return (
    <table className="map" style={{ "--n": width } as CSSProperties} aria-label={label}>
      <tbody>
        {keyed(rows).map(({ item: row, at }) => (
          <tr key={at}>
            {keyed(row).map(({ item: value, at: column }) => (
              <td key={column} className={isMarked(at, column) ? "marked" : undefined}>
                {minus(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
