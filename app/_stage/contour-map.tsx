"use client";
import { scaleLinear } from "d3-scale";
import { type ReactNode, useId, useMemo } from "react";
import type { Surface } from "@/lib/core/compute/descent-program";
import type { PathsScene } from "@/lib/core/questions/scenes/paths";
import { contourPaths } from "./contours";
import "./paths.css";

export interface MapScale {
  x(value: number): number;
  y(value: number): number;
  /** Back from pixels. */
  place(x: number, y: number): [x: number, y: number];
}

/** Pixels of a view, with y upwards. */
export function mapScaleOf(view: PathsScene["view"], width: number, height: number): MapScale {
  const x = scaleLinear(view.x, [0, width]);
  const y = scaleLinear(view.y, [height, 0]);
  return { x: (value) => x(value), y: (value) => y(value), place: (px, py) => [x.invert(px), y.invert(py)] };
}

interface ContourMapProps {
  surface: Surface;
  view: PathsScene["view"];
  width: number;
  height: number;
  /** What the picture shows, in words. */
  label: string;
  children: ReactNode;
}

/** A surface seen from above: the darker the lower, with lines of equal loss, and what is drawn on it. */
export function ContourMap({ surface, view, width, height, label, children }: ContourMapProps) {
  const clip = useId();
  const key = JSON.stringify([surface, view]);
  const paths = useMemo(() => {
    const [lost, seen] = JSON.parse(key) as [Surface, PathsScene["view"]];
    return contourPaths(lost, seen, width, height);
  }, [key, width, height]);
  const scale = mapScaleOf(view, width, height);
  const ticks = (range: [number, number]) => scaleLinear().domain(range).ticks(5);
  return (
    <svg
      className="plot contour-map"
      width={width}
      height={height + 26}
      viewBox={`0 0 ${width} ${height + 26}`}
      role="img"
      aria-label={label}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} rx={6} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect className="lowest" width={width} height={height} />
        {paths.map((path, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place among the levels
          <path key={at} className="contour" d={path} />
        ))}
        {children}
      </g>
      <rect className="edge" width={width} height={height} rx={6} fill="none" />
      {ticks(view.x).map((tick) => (
        <text key={tick} x={scale.x(tick)} y={height + 18} textAnchor="middle">
          {tick}
        </text>
      ))}
      {ticks(view.y)
        .filter((tick) => scale.y(tick) > 14 && scale.y(tick) < height - 6)
        .map((tick) => (
          <text key={tick} className="halo" x={6} y={scale.y(tick) + 4}>
            {tick}
          </text>
        ))}
    </svg>
  );
}
