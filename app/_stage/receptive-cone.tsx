"use client";
import type { ReceptiveFieldScene } from "@/lib/core/questions/scenes/influence";
import { useWidth } from "./use-width";

const rowHeight = 58;
const cellTop = 20;
const cellHeight = 16;
/** Narrower cells run together, so a bar stands for them. */
const leastCell = 5;

type Level = ReceptiveFieldScene["levels"][number];

/** Levels from the output cell at the top to the input, with the cells that it depends on and the cone between them. */
export function ReceptiveCone({ levels, names }: { levels: Level[]; names: string[] }) {
  const { ref, width } = useWidth(660);
  const cell = Math.min(26, (width - 2) / Math.max(...levels.map(({ size }) => size)));
  const start = ({ size }: Level) => (width - size * cell) / 2;
  const rows = levels.map((level, at) => ({
    level,
    name: names[at],
    left: start(level) + level.span[0] * cell,
    right: start(level) + (level.span[1] + 1) * cell,
    top: (levels.length - 1 - at) * rowHeight + cellTop,
  }));
  return (
    <div ref={ref}>
      <svg className="cone" width={width} height={levels.length * rowHeight - 12} aria-hidden="true">
        {rows.slice(1).map((upper, at) => {
          const lower = rows[at];
          if (!lower) return null;
          const [from, to] = [upper.top + cellHeight, lower.top];
          const d = `M${upper.left} ${from}H${upper.right}L${lower.right} ${to}H${lower.left}Z`;
          return <path key={upper.name} className="fan" d={d} />;
        })}
        {rows.map(({ level, name, left, right, top }) => (
          <g key={name}>
            <text x="0" y={top - 6}>
              {name}
            </text>
            <rect className="unit" x={start(level)} y={top} width={level.size * cell} height={cellHeight} />
            <rect className="unit on" x={left} y={top} width={right - left} height={cellHeight} />
            {cell < leastCell
              ? null
              : Array.from({ length: level.size - 1 }, (_, place) => place + 1).map((place) => (
                  <path
                    key={place}
                    className="unit"
                    d={`M${start(level) + place * cell} ${top}v${cellHeight}`}
                  />
                ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
