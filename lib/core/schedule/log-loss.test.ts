import { describe, expect, it } from "vitest";
import type { FitItem, FitReview } from "./fit-items";
import { logLoss } from "./log-loss";
import { usualScheduling } from "./scheduling";
import { areUsable } from "./usable-weights";

const usual = usualScheduling.weights;
const weights = (change: Record<number, number>) => usual.map((weight, at) => change[at] ?? weight);
const item = (reviews: FitReview[], last = reviews.length - 1): FitItem => ({ at: 0, reviews, last });

describe("log loss", () => {
  it("is that of the chance foretold: nine in ten after the first stability", () => {
    const scheduling = { ...usualScheduling, weights: weights({ 2: 4 }) };
    const recalled = item([
      { grade: "good", days: 0 },
      { grade: "hard", days: 4 },
    ]);
    const forgotten = item([
      { grade: "good", days: 0 },
      { grade: "again", days: 4 },
    ]);
    expect(logLoss([recalled], scheduling)).toBeCloseTo(0.105360516, 8);
    expect(logLoss([forgotten], scheduling)).toBeCloseTo(Math.LN10, 8);
    expect(logLoss([recalled, forgotten], scheduling)).toBeCloseTo(1.203972804, 8);
  });

  it("keeps a first stability below a tenth of a day", () => {
    const scheduling = { ...usualScheduling, weights: weights({ 0: 0.01, 20: 0.5 }) };
    // F = 0.9^-2 - 1; R = (1 + F · 1 / 0.01)^-0.5.
    const recalled = item([
      { grade: "again", days: 0 },
      { grade: "good", days: 1 },
    ]);
    expect(logLoss([recalled], scheduling)).toBeCloseTo(-Math.log((1 + (1 / 0.81 - 1) * 100) ** -0.5), 7);
  });

  it("folds a card on from item to item as it does from the beginning", () => {
    const reviews: FitReview[] = [
      { grade: "good", days: 0 },
      { grade: "good", days: 0 },
      { grade: "hard", days: 2 },
      { grade: "again", days: 9 },
      { grade: "good", days: 0 },
      { grade: "easy", days: 3 },
    ];
    const items = [2, 3, 5].map((last) => item(reviews, last));
    const alone = items.map((each) => logLoss([each], usualScheduling));
    const mean = alone.reduce((sum, loss) => sum + loss, 0) / 3;
    expect(logLoss(items, usualScheduling)).toBeCloseTo(mean, 12);
    expect(logLoss([...items].reverse(), usualScheduling)).toBeCloseTo(mean, 12);
  });

  it("is bounded and says nothing about nothing", () => {
    const sure = { ...usualScheduling, weights: weights({ 3: 100 }) };
    const surprise = item([
      { grade: "easy", days: 0 },
      { grade: "again", days: 0 },
    ]);
    expect(logLoss([surprise], sure)).toBeCloseTo(16.118, 3);
    expect(logLoss([], sure)).toBeNaN();
  });
});

describe("weights", () => {
  it("are usable as 21 numbers within their bounds", () => {
    expect(areUsable(usual)).toBe(true);
    expect(areUsable(weights({ 19: 0, 0: 0.001 - 1e-9 }))).toBe(true);
    for (const wrong of [{ 20: Number.NaN }, { 20: 0.05 }, { 20: 0.9 }, { 4: 11 }, { 0: 0 }, { 7: Infinity }])
      expect(areUsable(weights(wrong as Record<number, number>))).toBe(false);
    expect(areUsable(usual.slice(0, 19))).toBe(false);
  });
});
