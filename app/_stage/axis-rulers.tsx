"use client";
import { useId } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Playback, usePlayback } from "./playback";

const width = 640;
const barTop = 8;
const barHeight = 30;
const svgHeight = 64;

export interface Axis {
  size: number;
  before: number;
  after: number;
  /** Cells that the window reaches over. */
  reach: number;
  stride: number;
  stops: number;
}
type What = "conv" | "pool";

/** Ticks for all stops, or for as many as can be told apart; the last legal one is always among them. */
const ticksOf = (stops: number): number[] => {
  const every = Math.ceil(stops / 40);
  const ticks = Array.from({ length: Math.ceil(stops / every) }, (_, at) => at * every);
  return ticks.at(-1) === stops - 1 ? ticks : [...ticks, stops - 1];
};
const isSame = (one: Axis, other: Axis) => JSON.stringify(one) === JSON.stringify(other);

interface AxisRulersProps {
  axes: readonly [height: Axis, width: Axis];
  what: What;
  /** Name of the slider. */
  label: string;
}

/** Sides too long for a grid: each as a ruler with its padding, the window and the stops it makes; equal sides share one. */
export function AxisRulers({ axes, what, label }: AxisRulersProps) {
  const t = useWords("stage");
  const isBoth = isSame(...axes);
  const shown = isBoth ? axes.slice(0, 1) : axes;
  const playback = usePlayback(Math.max(...shown.map(({ stops }) => stops)));
  const names = isBoth ? [t("bothAxes")] : [t("heightAxis"), t("widthAxis")];
  return (
    <>
      <div className="ruler">
        {shown.map((axis, side) => (
          <Ruler
            key={names[side]}
            name={names[side] ?? ""}
            axis={axis}
            at={Math.min(playback.at, axis.stops - 1)}
            what={what}
          />
        ))}
      </div>
      <Playback playback={playback} label={label} />
    </>
  );
}

function Ruler({ name, axis, at, what }: { name: string; axis: Axis; at: number; what: What }) {
  const t = useWords("stage");
  const hatch = useId();
  const total = axis.before + axis.size + axis.after;
  const left = total - ((axis.stops - 1) * axis.stride + axis.reach);
  const drawn = Math.max(total, total - left);
  const x = (cells: number) => (cells / drawn) * width;
  const percent = (cells: number) => `${(cells / drawn) * 100}%`;
  const start = at * axis.stride;
  const label = t("rulerLabel", {
    name,
    total,
    reach: axis.reach,
    stride: axis.stride,
    stops: axis.stops,
    what,
  });
  const end =
    left > 0
      ? t("leftOver", { left, what })
      : left < 0
        ? t("overhangs", { over: -left })
        : t("fitsExactly", { what });
  return (
    <figure>
      <figcaption className="mt">
        {name}{" "}
        <span>
          {axis.size} + {axis.before} + {axis.after} = {total}
        </span>
      </figcaption>
      <p
        className="ruler-mark num"
        style={{ marginLeft: `min(${percent(start)}, 100% - 8em)` }}
        aria-hidden="true"
      >
        {t("stopNumber", { at: at + 1, stops: axis.stops })}
      </p>
      <svg viewBox={`0 0 ${width} ${svgHeight}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" stroke="var(--d-pad)" strokeWidth="2" />
          </pattern>
        </defs>
        <rect
          x="0"
          y={barTop}
          width={x(total)}
          height={barHeight}
          fill={`url(#${hatch})`}
          stroke="var(--d-pad)"
        />
        <rect
          x={x(axis.before)}
          y={barTop}
          width={x(axis.size)}
          height={barHeight}
          fill="var(--d-input-soft)"
          stroke="var(--d-input)"
        />
        <rect
          className="kr-bar"
          x="0"
          y={barTop - 6}
          width={x(axis.reach)}
          height={barHeight + 12}
          style={{ transform: `translateX(${x(start)}px)` }}
        />
        {ticksOf(axis.stops).map((stop) => (
          <path
            key={stop}
            className={stop === axis.stops - 1 ? "tick last" : "tick"}
            d={`M${x(stop * axis.stride)} ${barTop + barHeight + 10}v${stop === axis.stops - 1 ? 14 : 8}`}
          />
        ))}
      </svg>
      <p
        className="ruler-mark num"
        style={{ paddingRight: percent(drawn - (axis.stops - 1) * axis.stride), textAlign: "right" }}
        aria-hidden="true"
      >
        {t("lastStop", { stops: axis.stops })}
      </p>
      <p className="cap">{end}</p>
    </figure>
  );
}
