"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { FlattenScene } from "@/lib/core/questions/scenes/network";
import "./maps.css";

/** A volume unrolled into a strip, and where the followed cell lands on it. */
export function FlattenStage({ scene: { shape, marked, length } }: { scene: FlattenScene }) {
  const t = useWords("stage");
  const place = marked ? (100 * (marked.index + 0.5)) / length : 0;
  return (
    <div className="wide">
      <p className="mt">
        <i className="key-input" />
        {shape.join("×")} → <span>{t("count", { count: length })}</span>
      </p>
      <div className="strip" aria-hidden="true">
        {marked ? (
          <>
            <i style={{ left: `${place}%` }} />
            <b style={place > 50 ? { right: `${100 - place}%` } : { left: `${place}%` }}>{marked.index}</b>
          </>
        ) : null}
      </div>
      <p className="small">
        {marked
          ? t("landsAt", {
              row: marked.cell[0],
              column: marked.cell[1],
              channel: marked.cell[2],
              index: marked.index,
              length,
            })
          : t("allInOrder", { length })}
      </p>
    </div>
  );
}
