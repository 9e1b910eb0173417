"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ShuffleScene } from "@/lib/core/questions/scenes/network";
import { MapGrid } from "./map-grid";

/** An image with its pixels moved about, and what a dense layer and a convolution make of both. */
export function ShuffleStage({ scene }: { scene: ShuffleScene }) {
  const t = useWords("stage");
  const parts = [
    { when: "before", image: scene.image, dense: scene.dense.before, conv: scene.conv.before },
    { when: "after", image: scene.shuffled, dense: scene.dense.after, conv: scene.conv.after },
  ] as const;
  return (
    <div className="maps">
      {parts.map(({ when, image, dense, conv }) => (
        <div className="group" key={when}>
          <h3 className="group-h">{t(when)}</h3>
          <MapGrid title={t("input")} label={`${t(when)}: ${t("input")}`} rows={image} tone="input" />
          <MapGrid
            title={t("denseOutput")}
            label={`${t(when)}: ${t("denseOutput")}`}
            rows={[dense]}
            tone="output"
          />
          <MapGrid
            title={t("convOutput")}
            label={`${t(when)}: ${t("convOutput")}`}
            rows={conv}
            tone="output"
          />
        </div>
      ))}
    </div>
  );
}
