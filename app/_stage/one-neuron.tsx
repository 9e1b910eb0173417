"use client";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { WeightsScene } from "@/lib/core/questions/scenes/network";
import { mostCells } from "./windows";

interface OneNeuronProps {
  layer: NonNullable<WeightsScene["layer"]>;
  /** Which of several layers it is; null where there is one. */
  name: string | null;
}

/** What one filter of a convolution, or one unit of a dense layer, holds: its weights as cells where they can be counted. */
export function OneNeuron({ layer, name }: OneNeuronProps) {
  const t = useWords("stage");
  const hasBias = layer.hasBias ? "yes" : "no";
  const [rows, columns] = layer.kind === "conv" ? layer.kernel : [1, layer.inputs];
  const isDrawn = rows <= mostCells && columns <= mostCells;
  const hasSheets = layer.kind === "conv" && layer.channels > 1;
  return (
    <div className="unfold">
      {isDrawn ? (
        <div className={hasSheets ? "volume volume-k" : undefined} aria-hidden="true">
          <div className="mx mxk mxt" style={{ "--n": columns } as CSSProperties}>
            {Array.from({ length: rows * columns }, (_, at) => at).map((at) => (
              <i key={at} />
            ))}
          </div>
        </div>
      ) : null}
      <p className="small">
        {name ? `${name}: ` : null}
        {layer.kind === "conv"
          ? t("oneFilter", {
              weights: [...layer.kernel, layer.channels].join("·"),
              count: rows * columns * layer.channels,
              filters: layer.filters,
              hasBias,
            })
          : t("oneUnit", { inputs: layer.inputs, units: layer.units, hasBias })}
      </p>
    </div>
  );
}
