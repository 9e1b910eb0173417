import type { SurfacePath } from "@/lib/core/questions/scenes/paths";
import type { MapScale } from "./contour-map";
import { colourOf, dashOf, Marker } from "./markers";

/** More steps than this are a line without dots. */
const dotted = 30;

/** The ways over a surface up to a step, each with its marker where it is by then. */
export function SurfacePaths({
  paths,
  upTo,
  scale,
}: {
  paths: readonly SurfacePath[];
  upTo: number;
  scale: MapScale;
}) {
  return paths.map((path) => {
    const points = path.points.slice(0, upTo + 1);
    const [x = 0, y = 0] = points.at(-1) ?? [];
    const d = points.map(([px, py]) => `${scale.x(px).toFixed(1)} ${scale.y(py).toFixed(1)}`).join("L");
    return (
      <g key={path.id}>
        <path
          d={`M${d}`}
          fill="none"
          stroke={colourOf(path.method)}
          strokeWidth={path.isBold ? 3.5 : 2}
          strokeLinejoin="round"
          style={{ strokeDasharray: dashOf(path.method) }}
        />
        {path.points.length <= dotted
          ? points.map(([px, py], step) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its step
              <circle key={step} cx={scale.x(px)} cy={scale.y(py)} r={2.5} fill={colourOf(path.method)} />
            ))
          : null}
        <Ahead path={path} at={points.length - 1} scale={scale} />
        <Marker method={path.method} x={scale.x(x)} y={scale.y(y)} />
      </g>
    );
  });
}

/** A ghost where a rule that looks ahead takes its next slope. */
function Ahead({ path, at, scale }: { path: SurfacePath; at: number; scale: MapScale }) {
  const [from, to] = [path.points[at], path.ahead?.[at]];
  if (!from || !to) return null;
  const [x, y] = [scale.x(to[0]), scale.y(to[1])];
  const colour = colourOf(path.method);
  return (
    <g className="ahead" stroke={colour}>
      <path d={`M${scale.x(from[0])} ${scale.y(from[1])}L${x} ${y}`} />
      <circle cx={x} cy={y} r={5} />
    </g>
  );
}
