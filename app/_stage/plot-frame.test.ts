import { expect, it } from "vitest";
import { panelOf, seriesOf } from "@/lib/core/questions/panel";
import { frameOf } from "./plot-frame";

const logarithmic = (points: [number, number][]) =>
  panelOf({
    title: { ko: "손실", en: "Loss" },
    xLabel: { ko: "η", en: "η" },
    yLabel: { ko: "손실", en: "Loss" },
    xScale: "log",
    yScale: "log",
    series: [seriesOf("loss", { ko: "손실", en: "Loss" }, "asked", points)],
  });
const room = { isNamed: false, isSmall: false };

it("numbers on logarithmic axes never run into one another, and powers of ten go first", () => {
  for (const [from, to] of [
    [0.03, 0.2],
    [0.009, 0.06],
    [0.02, 0.6],
    [0.001, 0.0335],
    [1e-4, 30],
  ] as const)
    for (const width of [180, 340, 686])
      for (const isSmall of [true, false]) {
        const frame = frameOf(
          logarithmic([
            [from, from],
            [to, to],
          ]),
          { ...room, width, isSmall },
        );
        const apart = (places: number[]) =>
          Math.min(...places.slice(1).map((place, at) => Math.abs(place - (places[at] ?? place))));
        expect(frame.xTicks.length, `${from} ${width}`).toBeGreaterThan(0);
        expect(apart(frame.xTicks.map(frame.x))).toBeGreaterThanOrEqual(40);
        expect(apart(frame.yTicks.map(frame.y))).toBeGreaterThanOrEqual(15);
        const powers = [0.001, 0.01, 0.1].filter((power) => power > from && power < to);
        for (const ticks of [frame.xTicks, frame.yTicks])
          if (powers.length === 1) expect(ticks, `${from} ${width}`).toContain(powers[0]);
      }
});
