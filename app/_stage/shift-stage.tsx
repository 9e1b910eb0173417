"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ShiftScene } from "@/lib/core/questions/scenes/pooling";
import type { Locale } from "@/lib/core/text";
import { MapGrid, WindowFrame } from "./map-grid";
import { placed } from "./windows";

/** A map before and after it moved, under its pooling windows, with what pooling makes of each. */
export function ShiftStage({ scene, locale }: { scene: ShiftScene; locale: Locale }) {
  const t = useWords("stage");
  const parts = [
    { ...scene.before, name: t("before") },
    { ...scene.after, name: t("movedBy", { direction: scene.direction[locale] }) },
  ];
  return (
    <>
      <div className="maps">
        {parts.map(({ name, input, output }) => (
          <div className="group" key={name}>
            <h3 className="group-h">{name}</h3>
            <MapGrid
              title={t("input")}
              label={`${name}: ${t("input")}`}
              rows={input}
              tone="input"
              mark={(row, column) => (input[row]?.[column] ? "pick" : undefined)}
            >
              {placed(output)
                .flat()
                .map(({ row, column }) => (
                  <WindowFrame
                    key={`${row} ${column}`}
                    size={scene.window}
                    at={[row * scene.stride[0], column * scene.stride[1]]}
                  />
                ))}
            </MapGrid>
            <MapGrid title={t("output")} label={`${name}: ${t("output")}`} rows={output} tone="output" />
          </div>
        ))}
      </div>
      <p className="say small">{t(scene.isChanged ? "poolChanged" : "poolSame")}</p>
    </>
  );
}
