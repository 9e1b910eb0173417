"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { PaddingsScene } from "@/lib/core/questions/scenes/convolution";
import type { Locale } from "@/lib/core/text";
import { MapGrid, WindowFrame } from "./map-grid";
import { padded } from "./windows";

/** The same convolution with its zeros laid out in different ways; the frame is where the first window lies. */
export function PaddingsStage({ scene, locale }: { scene: PaddingsScene; locale: Locale }) {
  const t = useWords("stage");
  const size = [scene.kernel.length, scene.kernel[0]?.length ?? 0] as const;
  return (
    <div className="maps">
      {scene.variants.map(({ label, pads, output }) => {
        const cells = padded({ input: scene.input, pads });
        return (
          <div className="group" key={label.en}>
            <h3 className="group-h">{label[locale]}</h3>
            <MapGrid
              title={t("paddedInput")}
              label={`${label[locale]}: ${t("paddedInput")}`}
              rows={cells.map((row) => row.map(({ value }) => value))}
              tone="input"
              mark={(row, column) => (cells[row]?.[column]?.isPadding ? "p" : undefined)}
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
        );
      })}
    </div>
  );
}
