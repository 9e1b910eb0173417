"use client";
import { useId } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { Playback, usePlayback } from "./playback";
import { reach } from "./windows";

const width = 640;
const barTop = 8;
const barHeight = 30;
const svgHeight = 64;

interface Axis {
  name: string;
  size: number;
  before: number;
  after: number;
  reach: number;
  stride: number;
  stops: number;
}

/** Ticks for all stops, or for as many as can be told apart; the last legal one is always among them. */
const ticksOf = (stops: number): number[] => {
  const every = Math.ceil(stops / 40);
  const ticks = Array.from({ length: Math.ceil(stops / every) }, (_, at) => at * every);
  return ticks.at(-1) === stops - 1 ? ticks : [...ticks, stops - 1];
};

/** A convolution too large for grids: each side as a ruler with its padding, the window and the stops it makes. */
export function ConvolutionRuler({ scene }: { scene: ConvolutionScene }) {
  const t = useWords("question");
  const [rows, columns] = scene.sizes[1] ?? [1, 1];
  const axes: Axis[] = ([0, 1] as const).map((axis) => ({
    name: axis === 0 ? t("heightAxis") : t("widthAxis"),
    size: axis === 0 ? scene.input.length : (scene.input[0]?.length ?? 0),
    before: scene.pads[axis * 2] ?? 0,
    after: scene.pads[axis * 2 + 1] ?? 0,
    reach: reach(axis === 0 ? scene.kernel.length : (scene.kernel[0]?.length ?? 0), scene.dilation[axis]),
    stride: scene.stride[axis],
    stops: axis === 0 ? rows : columns,
  }));
  const shown =
    axes[0]?.size === axes[1]?.size && axes[0]?.reach === axes[1]?.reach ? axes.slice(0, 1) : axes;
  const playback = usePlayback(Math.max(...shown.map(({ stops }) => stops)));
  return (
    <>
      <div className="ruler">
        {scene.sizes.length > 2 ? (
          <p className="chain num">{scene.sizes.map(([high, wide]) => `${high}×${wide}`).join(" → ")}</p>
        ) : null}
        {shown.map((axis) => (
          <Ruler
            key={axis.name}
            axis={axis}
            at={Math.min(playback.at, axis.stops - 1)}
            isBoth={shown.length === 1}
          />
        ))}
      </div>
      <Playback playback={playback} label={t("kernelPosition")} />
    </>
  );
}

function Ruler({ axis, at, isBoth }: { axis: Axis; at: number; isBoth: boolean }) {
  const t = useWords("question");
  const hatch = useId();
  const total = axis.before + axis.size + axis.after;
  const x = (cells: number) => (cells / total) * width;
  const percent = (cells: number) => `${(cells / total) * 100}%`;
  const start = at * axis.stride;
  const left = total - ((axis.stops - 1) * axis.stride + axis.reach);
  const name = isBoth ? t("bothAxes") : axis.name;
  const label = t("rulerLabel", {
    name,
    total,
    reach: axis.reach,
    stride: axis.stride,
    stops: axis.stops,
    left,
  });
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
          width={width}
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
        style={{ paddingRight: percent(total - (axis.stops - 1) * axis.stride), textAlign: "right" }}
        aria-hidden="true"
      >
        {t("lastStop", { stops: axis.stops })}
      </p>
      <p className="cap">{left > 0 ? t("leftOver", { left }) : t("fitsExactly")}</p>
    </figure>
  );
}
