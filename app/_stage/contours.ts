/** Lines of equal loss on a surface of two coordinates, as paths of an SVG. */
import { contours } from "d3-contour";
import type { Surface } from "@/lib/core/compute/descent-program";
import { valueAt } from "@/lib/core/compute/surfaces";
import type { PathsScene } from "@/lib/core/questions/scenes/paths";

export type View = PathsScene["view"];
/** Samples across and down: enough for a smooth line, few enough to be drawn while a finger moves. */
const [across, down] = [72, 48];
const lines = 12;

/** Where the k-th sample of a side lies. */
const placed = ([from, to]: [number, number], at: number, count: number): number =>
  from + ((to - from) * at) / (count - 1);

/**
 * Paths in a picture of so many pixels, from the lowest line to the highest. Levels part the samples into equal shares,
 * so that a narrow valley has as many lines as a wide bowl.
 */
export function contourPaths(surface: Surface, view: View, width: number, height: number): string[] {
  const values = Array.from({ length: across * down }, (_, at) => {
    const x = placed(view.x, at % across, across);
    // The first row of a picture is its top, where y is largest.
    const y = placed([view.y[1], view.y[0]], Math.floor(at / across), down);
    return valueAt(surface, [x, y]);
  });
  const sorted = [...values].sort((one, other) => one - other);
  const levels = Array.from(
    { length: lines },
    (_, at) => sorted[Math.round(((at + 0.4) / lines) ** 1.5 * (sorted.length - 1))] ?? 0,
  );
  const toX = (column: number) => ((column - 0.5) / (across - 1)) * width;
  const toY = (row: number) => ((row - 0.5) / (down - 1)) * height;
  return contours()
    .size([across, down])
    .thresholds([...new Set(levels)])(values)
    .map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => {
          const points = ring.map(
            ([column = 0, row = 0]) => `${toX(column).toFixed(1)} ${toY(row).toFixed(1)}`,
          );
          return `M${points.join("L")}Z`;
        })
        .join(""),
    );
}
