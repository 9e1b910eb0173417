import { expect, it } from "vitest";
import { arrowsOf, panelOf, seriesOf, stopsOf } from "./panel";
import { panelAt } from "./panel-at";
import type { Panel } from "./scenes/lines";

const name = { ko: "가", en: "a" };
const panel = panelOf({
  title: name,
  xLabel: name,
  yLabel: name,
  series: [
    seriesOf("line", name, "asked", [
      [0, 1],
      [1, 2],
      [2, 4],
    ]),
    {
      ...arrowsOf("arrows", name, "compared", [
        { from: [0, 0], to: [0, 1] },
        { from: [0, 1], to: [0, 3] },
      ]),
      stops: [1, 2],
    },
    { ...seriesOf("once", name, "faint", [[0, 0]]), seen: [1, 1] },
  ],
  marks: [
    { x: 2, y: 4, label: name, pen: "pine" },
    { x: 0, y: 0, label: name, pen: "ghost", seen: [1, 1] },
  ],
  segments: [{ from: [0, 0], to: [1, 1], pen: "faint" }],
});
const counts = (shown: Panel) => [
  ...shown.series.map(({ points, tails }) => [points.length, tails?.length]),
  shown.marks.length,
  shown.segments.length,
];

it("grows with x, but for pieces that say their own stops", () => {
  expect(counts(panelAt(panel, 0))).toEqual([[1, undefined], [0, 0], [0, undefined], 0, 0]);
  expect(counts(panelAt(panel, 1))).toEqual([[2, undefined], [1, 1], [1, undefined], 1, 1]);
  expect(counts(panelAt(panel, 2))).toEqual([[3, undefined], [2, 2], [0, undefined], 1, 1]);
});

it("keeps a still plot whole", () => {
  const still = { ...panel, isStill: true };
  expect(counts(panelAt(still, 0))).toEqual([[3, undefined], [0, 0], [0, undefined], 1, 1]);
});

it("stops at every step of a short run and at the last of any", () => {
  expect(stopsOf(3)).toEqual([0, 1, 2, 3]);
  expect(stopsOf(121).slice(-2)).toEqual([120, 121]);
  expect(stopsOf(121).length).toBeLessThanOrEqual(62);
});
