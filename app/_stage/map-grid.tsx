import type { CSSProperties, ReactNode } from "react";
import { placed } from "./windows";
import "./grids.css";
import "./maps.css";

export const minus = (value: number) => String(Math.round(value * 100) / 100).replace("-", "−");

interface MapGridProps {
  title: ReactNode;
  /** Read before the numbers. */
  label: string;
  /** Null where a cell is padding that holds no value. */
  rows: readonly (readonly (number | null)[])[];
  /** What the numbers are: the colour of the cells. */
  tone: "input" | "kernel" | "output";
  /** Class of one cell beside its colour ("p" padding, "in" under the window, "cur" the one looked at, "dim" not yet). */
  mark?: (row: number, column: number) => string | undefined;
  /** Over the cells: the frame of a window. */
  children?: ReactNode;
}

/** A map of numbers as cells that are also a table. */
export function MapGrid({ title, label, rows, tone, mark, children }: MapGridProps) {
  return (
    <div className="grid-map" style={{ "--n": rows[0]?.length ?? 1 } as CSSProperties}>
      <p className="mt">
        <i className={`key-${tone}`} />
        {title}
      </p>
      <div className="map-room">
        <table className={`mx mxt mx-${tone}`} aria-label={label}>
          <tbody>
            {placed(rows).map((cells, at) => (
              <tr key={cells[0]?.row ?? at}>
                {cells.map(({ row, column, value }) => (
                  <td key={column} className={mark?.(row, column)}>
                    {value === null ? null : minus(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {children}
      </div>
    </div>
  );
}

/** The frame of a window of so many cells, its top left on this cell. */
export function WindowFrame({
  size,
  at,
}: {
  size: readonly [number, number];
  at: readonly [number, number];
}) {
  const style = {
    width: `calc(var(--k) * ${size[1]})`,
    height: `calc(var(--k) * ${size[0]})`,
    transform: `translate(calc(var(--k) * ${at[1]}), calc(var(--k) * ${at[0]}))`,
  };
  return <div className="kr" style={style} />;
}
