/** A plot of curves over the points that they were fitted to, and over those that were held back. */
import type { Points } from "../compute/training-program";
import type { Text } from "../text";
import { panelOf, seriesOf } from "./panel";
import type { Panel, Series } from "./scenes/lines";

interface Fitted {
  title: Text;
  curves: Series[];
  train: Points;
  validation: Points;
}

export const trainingWord: Text = { ko: "훈련", en: "Training" };
export const validationWord: Text = { ko: "검증", en: "Validation" };

/** A curve of high degree may fly off between the points; what leaves the picture is not drawn. */
export const held = (y: number | undefined): number | null =>
  y !== undefined && Math.abs(y) <= 3 ? y : null;

const dots = (id: string, label: Text, look: "compared" | "target", { x, y }: Points): Series =>
  seriesOf(
    id,
    label,
    look,
    x.map((each, at) => [each, y[at] ?? null]),
    "dots",
  );

export const fittedPanel = ({ title, curves, train, validation }: Fitted): Panel =>
  panelOf({
    title,
    xLabel: { ko: "x", en: "x" },
    yLabel: { ko: "y", en: "y" },
    // Its x is no stop.
    isStill: true,
    series: [
      ...curves,
      dots("train", trainingWord, "compared", train),
      dots("validation", validationWord, "target", validation),
    ],
  });
