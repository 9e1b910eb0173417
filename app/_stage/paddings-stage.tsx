"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Pads } from "@/lib/core/compute/layout";
import type { PaddingsScene } from "@/lib/core/questions/scenes/convolution";
import type { Locale } from "@/lib/core/text";
import { MapGrid, WindowFrame } from "./map-grid";

/** The same convolution with its zeros laid out in different ways; the frame is where the first window lies. */
export function PaddingsStage({ scene, locale }: { scene: PaddingsScene; locale: Locale }) {
  const t = useWords("stage");
  const size = [scene.kernel.length, scene.kernel[0]?.length ?? 0] as const;
  return (
    <div className="maps">
      {scene.variants.map(({ label, pads, output }) => (
        <div className="group" key={label.en}>
          <h3 className="group-h">{label[locale]}</h3>
          <MapGrid
            title={t("paddedInput")}
            label={`${label[locale]}: ${t("paddedInput")}`}
            rows={padded(scene.input, pads)}
            tone="input"
            mark={(row, column) => (isPadding(scene.input, pads, row, column) ? "p" : undefined)}
          >
            <WindowFrame size={size} at={[0, 0]} />
          </MapGrid>
          <MapGrid
            title={t("output")}
            label={`${label[locale]}: ${t("output")}`}
            rows={output}
            tone="output"
            mark={(row, column) => (row + column === 0 ? "cur" : undefined)}
          />
        </div>
      ))}
    </div>
  );
}

function isPadding(input: number[][], [top, , left]: Pads, row: number, column: number): boolean {
  return input[row - top]?.[column - left] === undefined;
}
function padded(input: number[][], [top, bottom, left, right]: Pads): number[][] {
  const width = (input[0]?.length ?? 0) + left + right;
  return Array.from({ length: input.length + top + bottom }, (_, row) =>
    Array.from({ length: width }, (_, column) => input[row - top]?.[column - left] ?? 0),
  );
}
