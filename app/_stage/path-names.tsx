import type { SurfacePath } from "@/lib/core/questions/scenes/paths";
import type { Locale } from "@/lib/core/text";
import type { MapScale } from "./contour-map";
import { placeLabels } from "./label-places";

interface PathNamesProps {
  paths: readonly SurfacePath[];
  upTo: number;
  scale: MapScale;
  width: number;
  height: number;
  locale: Locale;
}
/** Words need so much room beside a marker, and so much between two lines. */
const room = 110;
const gap = 17;

/** The name of each way beside its marker, moved apart where two would meet; a way that has left is named at the edge. */
export function PathNames({ paths, upTo, scale, width, height, locale }: PathNamesProps) {
  const ends = paths.map(({ id, label, points }) => {
    const [px = 0, py = 0] = points[Math.min(upTo, points.length - 1)] ?? [];
    const x = Math.min(width - 8, Math.max(8, scale.x(px)));
    return { id, label, x, y: Math.min(height - 8, Math.max(14, scale.y(py))), isLeft: x > width - room };
  });
  return [true, false].map((side) => {
    const own = ends.filter(({ isLeft }) => isLeft === side);
    const places = placeLabels(
      own.map(({ y }) => y),
      gap,
      14,
      height - 8,
    );
    return own.map(({ id, label, x, y }, at) => {
      const placed = places[at] ?? y;
      const edge = side ? x - 12 : x + 12;
      return (
        <g key={id}>
          {Math.abs(placed - y) > 4 ? <path className="ax" d={`M${x} ${y}L${edge} ${placed}`} /> : null}
          <text className="lab halo" x={edge} y={placed + 4} textAnchor={side ? "end" : "start"}>
            {label[locale]}
          </text>
        </g>
      );
    });
  });
}
