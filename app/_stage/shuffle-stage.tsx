"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ShuffleScene } from "@/lib/core/questions/scenes/network";
import { MapGrid } from "./map-grid";

/** An image with its pixels moved about, and what a dense layer and a convolution make of both; what changed is framed. */
export function ShuffleStage({ scene }: { scene: ShuffleScene }) {
  const t = useWords("stage");
  const maps = [
    { title: t("input"), tone: "input", before: scene.image, after: scene.shuffled },
    { title: t("denseOutput"), tone: "output", before: [scene.dense.before], after: [scene.dense.after] },
    { title: t("convOutput"), tone: "output", ...scene.conv },
  ] as const;
  const isChanged = maps.some(({ before, after }) => String(before) !== String(after));
  return (
    <>
      <div className="maps">
        {(["before", "after"] as const).map((when) => (
          <div className="group" key={when}>
            <h3 className="group-h">{t(when)}</h3>
            {maps.map(({ title, tone, before, ...map }) => (
              <MapGrid
                key={title}
                title={title}
                label={`${t(when)}: ${title}`}
                rows={when === "before" ? before : map.after}
                tone={tone}
                mark={(row, column) =>
                  when === "after" && before[row]?.[column] !== map.after[row]?.[column] ? "pick" : undefined
                }
              />
            ))}
          </div>
        ))}
      </div>
      <p className="say small">{t(isChanged ? "changedFramed" : "nothingChanged")}</p>
    </>
  );
}
