const solid = [
  [1, 1],
  [9.5, 1],
  [18, 1],
  [1, 9.5],
  [1, 18],
  [9.5, 18],
] as const;

/** A workbook page of cells: done ones, the one you are on, one still to come. A plain link, so that error pages stay small. */
export function Logo() {
  return (
    <a className="logo" href="/">
      <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
        <g fill="var(--c-pine)">
          {solid.map(([x, y]) => (
            <rect key={`${x} ${y}`} x={x} y={y} width="7" height="7" rx="1" />
          ))}
          <rect x="18" y="18" width="7" height="7" rx="1" opacity=".28" />
        </g>
        <rect
          x="9.5"
          y="9.5"
          width="7"
          height="7"
          rx="1"
          fill="var(--c-mark)"
          stroke="var(--c-mark-line)"
          strokeWidth="1"
        />
      </svg>
      Epoch
    </a>
  );
}
