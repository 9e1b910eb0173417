import { expect, it } from "vitest";
import { findingOfRates, findingOfWeights } from "./findings";
import type { RateCurve } from "./scenes/effective-rates";

const curve = (id: string, kept: number, isKept: boolean): RateCurve => ({
  id,
  label: { ko: id, en: id },
  method: "adam",
  rates: [0.1],
  kept,
  scaled: 0.1,
  isAdaptive: true,
  isKept,
  isRight: isKept,
});

it("says how far Adagrad fell and who kept the step", () => {
  const scene = { kind: "effective-rates", steps: [1], compared: [100, 1000] as [number, number] } as const;
  const adagrad = curve("adagrad", 0.316, false);
  expect(findingOfRates({ ...scene, steps: [1], curves: [adagrad, curve("Adam", 1, true)] }).en).toBe(
    "From step 100 to 1000 Adagrad's step went to ×0.32; what adapts and keeps its step: Adam ×1.00.",
  );
  expect(findingOfRates({ ...scene, steps: [1], curves: [adagrad] }).en).toContain("nothing adapts");
});

it("sets the largest count beside the smallest, also where one is nothing", () => {
  const bar = (name: string, count: number) => ({
    label: { ko: name, en: name },
    formula: "",
    count,
    isAsked: false,
  });
  const of = (...counts: number[]) =>
    findingOfWeights({ kind: "weights", layer: null, bars: counts.map((count, at) => bar(`b${at}`, count)) })
      .en;
  expect(of(1000, 250)).toBe("Largest: b0 with 1,000. Smallest: b1 with 250, 4 times fewer.");
  expect(of(0, 250)).toBe("Largest: b1 with 250. Smallest: b0 with 0.");
  expect(of(448)).toBe("b0: 448.");
});
