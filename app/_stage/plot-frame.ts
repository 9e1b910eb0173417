/** Where the values of a plot lie in pixels. */
import { scaleLinear, scaleLog } from "d3-scale";
import type { Panel, Point } from "@/lib/core/questions/scenes/lines";

type Kind = Panel["xScale"];
const tallest = 280;
const tallestSmall = 170;
/** Pixels that two numbers on an axis stand apart. */
const [apartAcross, apartUp] = [40, 15];
const margin = { top: 18, right: 18, bottom: 40, left: 58 };
/** Room for the names at the ends of the lines. */
export const nameRoom = 114;

export interface PlotFrame {
  x(value: number): number;
  y(value: number): number;
  left: number;
  right: number;
  top: number;
  floor: number;
  height: number;
  xTicks: number[];
  yTicks: number[];
  /** Whether a logarithmic axis has a place for it. */
  canShow(point: Point): boolean;
}

export const isShown = (point: [number, number | null]): point is Point =>
  point[1] !== null && Number.isFinite(point[1]);

interface Room {
  width: number;
  /** Whether names stand at the ends of the lines, and whether it is a thumbnail. */
  isNamed: boolean;
  isSmall: boolean;
}

/** The axes of a whole plot in a picture with so much room. */
export function frameOf(panel: Panel, { width, isNamed, isSmall }: Room): PlotFrame {
  const { series, segments, marks, rules, xScale, yScale } = panel;
  const plotted = series.flatMap(({ points }) => points.filter(isShown));
  const marked = marks.map(({ x, y }): Point => [x, y]);
  // Arrows and boxes stand beside the step that they are of.
  const counted = series
    .filter(({ tails }) => !tails)
    .flatMap(({ points }) => points.filter(isShown))
    .concat(marked);
  const all = [
    ...plotted,
    ...marked,
    ...segments.flatMap(({ from, to }) => [from, to]),
    ...series.flatMap(({ tails = [] }) => tails),
  ];
  const across = domainOf([...all.map(([x]) => x), ...rules.map(({ x }) => x)], xScale);
  const up = domainOf(
    all.map(([, y]) => y),
    yScale,
  );
  const { left, top } = margin;
  const most = {
    across: width - left - margin.right - (isNamed ? nameRoom : 0),
    up: (isSmall ? tallestSmall : tallest) - top - margin.bottom,
  };
  const unit = Math.min(most.across / (across[1] - across[0]), most.up / (up[1] - up[0]));
  const size = panel.isEven ? { across: unit * (across[1] - across[0]), up: unit * (up[1] - up[0]) } : most;
  const right = left + size.across;
  const floor = top + size.up;
  const x = scaleOf(xScale, across, [left, right]);
  const y = scaleOf(yScale, up, [floor, top]);
  // Half a step, or half an epoch, is nothing that could be read off.
  const isCounted = xScale === "linear" && counted.every(([value]) => Number.isInteger(value));
  return {
    x: (value) => x(value),
    y: (value) => y(value),
    left,
    right,
    top,
    floor,
    height: floor + margin.bottom,
    xTicks: ticksOf(x, xScale, Math.max(3, Math.round(width / 110)), apartAcross).filter(
      (tick) => !isCounted || Number.isInteger(tick),
    ),
    yTicks: ticksOf(y, yScale, 5, apartUp),
    canShow: ([at, value]) => (xScale === "linear" || at > 0) && (yScale === "linear" || value > 0),
  };
}

/** From the least to the largest, with a little room; a logarithmic axis passes over what is not above 0. */
function domainOf(values: number[], kind: Kind): Point {
  const all = kind === "log" ? values.filter((value) => value > 0) : values;
  const [least, most] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  if (kind === "log") return [least / 1.2, most * 1.2];
  const room = (most - least || Math.abs(most) || 1) * 0.06;
  return [least === 0 ? 0 : least - room, most + room];
}

const scaleOf = (kind: Kind, domain: Point, range: Point) =>
  kind === "log" ? scaleLog(domain, range) : scaleLinear(domain, range);

/** A few round numbers; on a logarithmic axis as many as have room, and powers of ten before all others. */
function ticksOf(
  scale: { (value: number): number; ticks(count: number): number[]; domain(): number[] },
  kind: Kind,
  count: number,
  apart: number,
): number[] {
  if (kind === "linear") return scale.ticks(count);
  const [from = 1, to = 1] = scale.domain();
  const isPower = (tick: number) => Math.abs(Math.log10(tick) % 1) < 1e-9;
  const ticks = scale.ticks(count);
  const powers = ticks.filter(isPower);
  const every = Math.ceil(powers.length / (count + 2));
  const kept: number[] = [];
  const others = to / from >= 100 ? [] : ticks;
  for (const tick of [...powers.filter((_, at) => at % every === 0), ...others]) {
    const hasRoom = kept.every((other) => Math.abs(scale(other) - scale(tick)) >= apart);
    if (hasRoom && kept.length < count + 2) kept.push(tick);
  }
  return kept.sort((one, other) => one - other);
}
