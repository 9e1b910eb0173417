"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { MapScale } from "./contour-map";

interface MapPlacesProps {
  start: readonly [x: number, y: number];
  lowest: readonly [x: number, y: number] | null;
  scale: MapScale;
  width: number;
}

/** Where all start and where the surface is lowest, each with its word. */
export function MapPlaces({ start, lowest, scale, width }: MapPlacesProps) {
  const t = useWords("stage");
  /** A word stands on the side that has room, above the start and below the lowest place. */
  const word = (text: string, x: number, y: number) => (
    <text
      className="lab halo"
      x={x > width - 80 ? x - 12 : x + 12}
      y={y}
      textAnchor={x > width - 80 ? "end" : "start"}
    >
      {text}
    </text>
  );
  const [startX, startY] = [scale.x(start[0]), scale.y(start[1])];
  const [lowX, lowY] = lowest ? [scale.x(lowest[0]), scale.y(lowest[1])] : [0, 0];
  return (
    <g>
      {lowest ? (
        <>
          <path className="lowest-place" d={`M${lowX - 7} ${lowY}h14M${lowX} ${lowY - 7}v14`} />
          {word(t("lowestPlace"), lowX, lowY + 22)}
        </>
      ) : null}
      <circle className="start" cx={startX} cy={startY} r={6} />
      {word(t("startPlace"), startX, Math.max(14, startY - 8))}
    </g>
  );
}
