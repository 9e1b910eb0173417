"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ShiftScene } from "@/lib/core/questions/scenes/pooling";
import { MapGrid } from "./map-grid";

/** A map before and after it moved, with what pooling makes of each; checks show the windows. */
export function ShiftStage({ scene }: { scene: ShiftScene }) {
  const t = useWords("stage");
  const [height, width] = scene.window;
  const isOdd = (row: number, column: number) =>
    (Math.floor(row / height) + Math.floor(column / width)) % 2 === 1;
  return (
    <>
      <div className="maps">
        {(["before", "after"] as const).map((when) => (
          <div className="group" key={when}>
            <h3 className="group-h">{t(when)}</h3>
            <MapGrid
              title={t("input")}
              label={`${t(when)}: ${t("input")}`}
              rows={scene[when].input}
              tone="input"
              mark={(row, column) =>
                [
                  isOdd(row, column) ? "in" : "",
                  (scene[when].input[row]?.[column] ?? 0) > 0 ? "pick" : "",
                ].join(" ")
              }
            />
            <MapGrid
              title={t("output")}
              label={`${t(when)}: ${t("output")}`}
              rows={scene[when].output}
              tone="output"
            />
          </div>
        ))}
      </div>
      <p className="say small">{t(scene.isChanged ? "poolChanged" : "poolSame")}</p>
    </>
  );
}
