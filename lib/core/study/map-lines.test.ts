import { describe, expect, it } from "vitest";
import { asId, type ConceptId } from "../ids";
import { createRng } from "../rng";
import type { Precedence } from "./concept-links";
import { layOutConcepts } from "./concept-map";
import { type Box, boxHeight, boxWidth, type DrawnMap, drawMap, type Point } from "./map-lines";

const id = (name: string) => asId<ConceptId>(name);
const pair = (before: string, after: string): Precedence => ({ before: id(before), after: id(after) });
const draw = (
  tree: [name: string, parent: string | null][],
  pairs: Precedence[],
  columns: number,
): DrawnMap => {
  const concepts = tree.map(([name, parent]) => ({
    id: id(name),
    parent: parent === null ? null : id(parent),
  }));
  return drawMap(layOutConcepts(concepts, pairs, columns), pairs);
};

/** A random course: up to 40 concepts below each other, and up to 12 orders among them. */
function randomMap(seed: number): DrawnMap {
  const rng = createRng(seed);
  const upTo = (most: number) => Math.floor(rng.real() * (most + 1));
  const count = 1 + upTo(39);
  const tree = Array.from({ length: count }, (_, at): [string, string | null] => {
    const parent = upTo(at + 1) - 1;
    return [`c${at}`, parent < 0 || parent === at ? null : `c${parent}`];
  });
  const pairs = Array.from({ length: upTo(12) }, () => pair(`c${upTo(count - 1)}`, `c${upTo(count - 1)}`));
  return draw(
    tree,
    pairs.filter(({ before, after }) => before !== after),
    2 + upTo(4),
  );
}
const maps = Array.from({ length: 300 }, (_, seed) => randomMap(seed));

const overlaps = (a: Box, b: Box) => Math.abs(a.x - b.x) < boxWidth && Math.abs(a.y - b.y) < boxHeight;
const isOnEdge = ([x, y]: Point, box: Box) =>
  ((x === box.x || x === box.x + boxWidth) && y > box.y && y < box.y + boxHeight) ||
  ((y === box.y || y === box.y + boxHeight) && x > box.x && x < box.x + boxWidth);

/** Whether a horizontal or vertical piece of line goes through the inside of a box. */
function crosses([ax, ay]: Point, [bx, by]: Point, { x, y }: Box): boolean {
  const [left, right, top, bottom] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
  return right > x && left < x + boxWidth && bottom > y && top < y + boxHeight;
}
const pieces = (points: readonly Point[]) =>
  points.slice(1).map((point, at): [Point, Point] => [points[at] ?? point, point]);

describe("a drawn map", () => {
  it("never lays one box over another, and keeps them all on the sheet", () => {
    for (const { boxes, width, height } of maps) {
      for (const [at, box] of boxes.entries()) {
        expect(boxes.slice(at + 1).filter((other) => overlaps(box, other))).toEqual([]);
        expect(box.x >= 0 && box.x + boxWidth <= width && box.y >= 0 && box.y + boxHeight <= height).toBe(
          true,
        );
      }
    }
  });

  it("starts and ends every arrow at the edges of its boxes", () => {
    for (const { arrows, boxes } of maps) {
      const boxOf = new Map(boxes.map((box) => [box.id, box]));
      for (const { before, after, points } of arrows) {
        const [from, to] = [boxOf.get(before), boxOf.get(after)];
        const [first, last] = [points[0], points.at(-1)];
        expect(from && first && isOnEdge(first, from)).toBe(true);
        expect(to && last && isOnEdge(last, to)).toBe(true);
      }
    }
  });

  it("leads no line through a box and none aslant", () => {
    for (const { arrows, dotted, boxes } of maps) {
      for (const [a, b] of [...arrows.map(({ points }) => points), ...dotted].flatMap(pieces)) {
        expect(a[0] === b[0] || a[1] === b[1]).toBe(true);
        expect(boxes.filter((box) => crosses(a, b, box))).toEqual([]);
      }
    }
  });

  it("draws an arrow to the neighbour straight, and one around others along the gutters", () => {
    const { arrows } = draw(
      [
        ["top", null],
        ["a", "top"],
        ["b", "top"],
        ["c", "top"],
      ],
      [pair("a", "b"), pair("a", "c")],
      4,
    );
    expect(arrows.map(({ points }) => points)).toEqual([
      [
        [336, 84],
        [360, 84],
      ],
      [
        [264, 120],
        [264, 132],
        [516, 132],
        [516, 84],
        [528, 84],
      ],
    ]);
  });

  it("joins a group by dots except where an arrow already does", () => {
    const { dotted } = draw(
      [
        ["top", null],
        ["a", "top"],
        ["b", "top"],
      ],
      [pair("top", "a")],
      4,
    );
    expect(dotted).toEqual([
      [
        [336, 84],
        [360, 84],
      ],
    ]);
  });

  it("leaves out arrows to concepts that are not there", () => {
    expect(draw([["a", null]], [pair("a", "gone")], 4).arrows).toEqual([]);
  });
});
