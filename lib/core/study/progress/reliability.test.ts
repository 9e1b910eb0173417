import { describe, expect, it } from "vitest";
import { drawnBins, judgePromise, sumUpReliability } from "./reliability";
import { wilsonRange } from "./wilson-range";

const predicted = (chance: number, isRecalled: boolean) => ({ chance, isRecalled });
const many = (chance: number, recalled: number, of: number) =>
  Array.from({ length: of }, (_, at) => predicted(chance, at < recalled));

describe("the range of a share", () => {
  it("is that of the Wilson score interval", () => {
    const shown = (hits: number, trials: number) => {
      const { low, high } = wilsonRange(hits, trials);
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(shown(81, 263)).toEqual(["0.2553", "0.3662"]);
    expect(shown(15, 148)).toEqual(["0.0624", "0.1605"]);
    expect(shown(0, 20)).toEqual(["0.0000", "0.1611"]);
    expect(shown(29, 29)).toEqual(["0.8830", "1.0000"]);
  });
});

describe("the promise", () => {
  it("is scored by the mean squared miss", () => {
    const reliability = sumUpReliability([
      predicted(0.95, true),
      predicted(0.9, true),
      predicted(0.64, false),
      predicted(0.58, true),
    ]);
    expect(reliability?.brier).toBeCloseTo(0.149625, 10);
    expect(reliability).toMatchObject({ reviews: 4, recalled: 3, seen: 0.75 });
    expect(reliability?.promised).toBeCloseTo(0.7675, 10);
  });

  it("is compared in bins, the upper edge in the next one and a certain recall in the last", () => {
    const reliability = sumUpReliability([
      predicted(0.2, false),
      predicted(0.9, true),
      predicted(0.92, false),
      predicted(0.95, true),
      predicted(1, true),
    ]);
    expect(reliability?.bins.map(({ from, to, reviews, recalled }) => [from, to, reviews, recalled])).toEqual(
      [
        [0, 0.5, 1, 0],
        [0.9, 0.95, 2, 1],
        [0.95, 1, 2, 2],
      ],
    );
    expect(reliability?.bins[1]?.promised).toBeCloseTo(0.91, 10);
  });

  it("cannot be judged without a review", () => {
    expect(sumUpReliability([])).toBeNull();
  });

  it("is drawn where five reviews speak for it, else as it is", () => {
    const drawn = (...groups: [chance: number, of: number][]) =>
      drawnBins(sumUpReliability(groups.flatMap(([chance, of]) => many(chance, 1, of)))?.bins ?? []).map(
        ({ reviews }) => reviews,
      );
    expect(drawn([0.55, 4], [0.82, 5], [0.91, 90])).toEqual([5, 90]);
    expect(drawn([0.55, 1], [0.91, 4])).toEqual([1, 4]);
  });

  it("counts as kept, passed or missed only where the range says so", () => {
    const judged = (recalled: number, of: number) => {
      const reliability = sumUpReliability(many(0.9, recalled, of));
      return reliability && judgePromise(reliability);
    };
    expect(judged(88, 100)).toBe("kept");
    expect(judged(80, 100)).toBe("below");
    expect(judged(98, 100)).toBe("above");
    expect(judged(3, 4)).toBe("kept");
  });
});
