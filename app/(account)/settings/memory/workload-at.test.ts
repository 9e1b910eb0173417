import { expect, it } from "vitest";
import { workloadAt } from "./workload-at";

const points = [
  { retention: 0.8, minutesPerDay: 10, remembered: 0.84 },
  { retention: 0.9, minutesPerDay: 20, remembered: 0.92 },
];

it("Q10 reads a workload between two computed points, at them and beyond them", () => {
  expect(workloadAt(points, 0.85).minutesPerDay).toBeCloseTo(15, 9);
  expect(workloadAt(points, 0.85).remembered).toBeCloseTo(0.88, 9);
  expect(workloadAt(points, 0.9)).toEqual(points[1]);
  expect(workloadAt(points, 0.7)).toEqual({ ...points[0], retention: 0.7 });
  expect(workloadAt(points, 0.99)).toEqual({ ...points[1], retention: 0.99 });
});

it("knows of nothing remembered where no card would be met", () => {
  const none = points.map((point) => ({ ...point, minutesPerDay: 0, remembered: null }));
  expect(workloadAt(none, 0.85)).toEqual({ retention: 0.85, minutesPerDay: 0, remembered: null });
});
