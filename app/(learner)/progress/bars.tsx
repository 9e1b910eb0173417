export interface Bar {
  key: string | number;
  /** Its height; 0 draws nothing. */
  value: number;
  /** Written on top of it. */
  top?: string | undefined;
  /** Written under it. */
  tick?: string | undefined;
  isNow?: boolean;
}

/** Bars from 0, side by side; they fill whatever width there is. */
export function Bars({ bars, finding, gap }: { bars: readonly Bar[]; finding: string; gap: number }) {
  const most = Math.max(...bars.map(({ value }) => value), 0) || 1;
  const grid = { gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))`, columnGap: `${gap}px` };
  return (
    <div role="img" aria-label={finding}>
      <div className="bar-row" style={grid}>
        {bars.map(({ key, value, top, isNow }) => (
          <span key={key} className={isNow ? "now" : ""}>
            {top === undefined ? null : <b>{top}</b>}
            <i style={{ height: `${(value / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="bar-ticks" style={grid}>
        {bars.map(({ key, tick, isNow }) => (
          <span key={key} className={isNow ? "now" : ""}>
            {tick}
          </span>
        ))}
      </div>
    </div>
  );
}
