/** Draws a concept map in pixels: a box for each concept, and lines that keep to the gutters between the boxes. */
import type { ConceptId } from "../ids";
import type { Precedence } from "./concept-links";
import type { MapLayout, Place } from "./concept-map";

export type Point = readonly [x: number, y: number];

export interface Box extends Place {
  x: number;
  y: number;
}

export interface Arrow extends Precedence {
  points: Point[];
}

export interface DrawnMap {
  width: number;
  height: number;
  lanes: { head: ConceptId | null; y: number }[];
  boxes: Box[];
  arrows: Arrow[];
  /** Dotted: concepts of the same group. */
  dotted: Point[][];
}

/** Everything is a multiple of the printed cell of 24 pixels. */
export const boxWidth = 144;
export const boxHeight = 72;
const gutter = 24;
const label = 24;
/** Where in a gutter a line runs, counted from the box before it; arrows from three boxes keep apart. */
const dottedTrack = 6;
const arrowTracks = [
  { below: 12, beside: 12 },
  { below: 18, beside: 15 },
  { below: 6, beside: 10 },
] as const;

export function drawMap(map: MapLayout, pairs: readonly Precedence[]): DrawnMap {
  const lanesUntil = (row: number) => map.lanes.filter((lane) => lane.row <= row).length;
  const topOf = (row: number) => gutter + row * (boxHeight + gutter) + lanesUntil(row) * label;
  const boxes = map.places.map((place) => ({
    ...place,
    x: gutter + place.column * (boxWidth + gutter),
    y: topOf(place.row),
  }));
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const around: ConceptId[] = [];
  const arrows = pairs.flatMap((pair): Arrow[] => {
    const [from, to] = [boxOf.get(pair.before), boxOf.get(pair.after)];
    if (!from || !to) return [];
    const straight = straightArrow(from, to, lanesUntil(from.row) === lanesUntil(to.row));
    if (straight) return [{ ...pair, points: straight }];
    if (!around.includes(from.id)) around.push(from.id);
    const track = arrowTracks[around.indexOf(from.id) % arrowTracks.length] ?? arrowTracks[0];
    return [{ ...pair, points: arrowAround(from, to, track) }];
  });
  const led = new Set(arrows.map(({ after }) => after));
  const dotted = map.runs.flatMap(({ from, ids }) => {
    const chain = [from, ...ids].flatMap((id) => boxOf.get(id) ?? []);
    return chain.slice(1).flatMap((box, at) => {
      const before = chain[at];
      return before && !led.has(box.id) ? [dottedBetween(before, box)] : [];
    });
  });
  return {
    width: 2 * gutter + map.columns * (boxWidth + gutter) - gutter,
    height: topOf(map.rows - 1) + boxHeight + gutter,
    lanes: map.lanes.map(({ head, row }) => ({ head, y: topOf(row) - label })),
    boxes,
    arrows,
    dotted,
  };
}

const middle = (box: Box): number => box.y + boxHeight / 2;
const center = (box: Box): number => box.x + boxWidth / 2;
const right = (box: Box): number => box.x + boxWidth;

/** To the next box of the row, or to the box right below; null where others stand between. */
function straightArrow(from: Box, to: Box, isSameLane: boolean): Point[] | null {
  if (to.row === from.row && to.column === from.column + 1) {
    return [
      [right(from), middle(from)],
      [to.x, middle(to)],
    ];
  }
  if (!isSameLane || to.column !== from.column || to.row !== from.row + 1) return null;
  return [
    [center(from), from.y + boxHeight],
    [center(from), to.y],
  ];
}

/** Out below, along the gutters, and in from the left. Arrows from one box share a track, those from others have theirs. */
function arrowAround(from: Box, to: Box, track: (typeof arrowTracks)[number]): Point[] {
  const below = from.y + boxHeight + track.below;
  const beside = to.x - gutter + track.beside;
  return [
    [center(from), from.y + boxHeight],
    [center(from), below],
    [beside, below],
    [beside, middle(to)],
    [to.x, middle(to)],
  ];
}

/** To the next box of a row, or down the gutter to the first box of a row below. */
function dottedBetween(from: Box, to: Box): Point[] {
  const start = to.column === from.column ? from.x : right(from);
  if (to.row === from.row) {
    return [
      [start, middle(from)],
      [to.x, middle(to)],
    ];
  }
  const beside = (to.column === from.column ? from.x - gutter : right(from)) + dottedTrack;
  return [
    [start, middle(from)],
    [beside, middle(from)],
    [beside, middle(to)],
    [to.x, middle(to)],
  ];
}
