/** The layers of a net with the arrows of their gradients, and the same arrows once each layer's rate has scaled them. */
import type { Text } from "../../text";
import { arrowsOf, panelOf, seriesOf } from "../panel";
import type { LinesScene, Look, Panel } from "../scenes/lines";

interface Layers {
  gradients: number[];
  /** What each set of rates made of them: −ηg by layer. */
  updates: { name: Text; moves: number[]; look: Look }[];
  finding: Text;
}

const layer: Text = { ko: "층 (1이 입력 쪽)", en: "Layer (1 at the input)" };
const apart = 0.2;

export function scaledScene({ gradients, updates, finding }: Layers): LinesScene {
  const ground = seriesOf("zero", { ko: "0", en: "0" }, "faint", [
    [1, 0],
    [gradients.length, 0],
  ]);
  const upright = (values: readonly number[], side: number) =>
    values.map((value, at): { from: [number, number]; to: [number, number] } => ({
      from: [at + 1 + side, 0],
      to: [at + 1 + side, value],
    }));
  const downhill = gradients.map((gradient) => -gradient);
  const panel = (title: Text, yLabel: Text, series: Panel["series"], numbers: Panel["numbers"]) =>
    panelOf({ title, xLabel: layer, yLabel, series: [...series, ground], ...(numbers && { numbers }) });
  const rowsOf = (columns: readonly (readonly number[])[]) =>
    gradients.map((_, at) => [at + 1, ...columns.map((values) => values[at] ?? 0)]);
  const slope: Text = { ko: "−g", en: "−g" };
  return {
    kind: "lines",
    stops: [],
    panels: [
      panel(
        { ko: "층마다의 기울기", en: "Gradient of each layer" },
        slope,
        [arrowsOf("slope", slope, "compared", upright(downhill, 0))],
        { columns: [layer, slope], rows: rowsOf([downhill]) },
      ),
      panel(
        { ko: "학습률로 크기를 바꾼 업데이트", en: "Updates, scaled by the rates" },
        { ko: "−ηg", en: "−ηg" },
        updates.map(({ name, moves, look }, at) =>
          arrowsOf(name.en, name, look, upright(moves, (at - (updates.length - 1) / 2) * apart)),
        ),
        {
          columns: [layer, ...updates.map(({ name }) => name)],
          rows: rowsOf(updates.map(({ moves }) => moves)),
        },
      ),
    ],
    finding,
  };
}
