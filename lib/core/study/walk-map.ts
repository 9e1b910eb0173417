import type { ConceptId } from "../ids";
import type { Place } from "./concept-map";

export type ArrowKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

export const isArrowKey = (key: string): key is ArrowKey =>
  key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowUp" || key === "ArrowDown";

/**
 * The box that an arrow key leads to: the neighbour in the row, or in the nearest row the box whose column is nearest.
 * Null at the edge of the map.
 */
export function walkMap(places: readonly Place[], from: ConceptId, key: ArrowKey): ConceptId | null {
  const here = places.find(({ id }) => id === from);
  if (!here) return null;
  const isAcross = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
  const ahead = ({ column, row }: Place) =>
    isAcross ? (row === here.row ? sign * (column - here.column) : 0) : sign * (row - here.row);
  const aside = ({ column }: Place) => Math.abs(column - here.column);
  const [next] = places
    .filter((place) => ahead(place) > 0)
    .sort((a, b) => ahead(a) - ahead(b) || aside(a) - aside(b) || a.column - b.column);
  return next?.id ?? null;
}
