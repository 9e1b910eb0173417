"use client";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { InfluenceScene } from "@/lib/core/questions/scenes/influence";
import { minus } from "./map-grid";
import { placed } from "./windows";
import "./grids.css";
import "./maps.css";

/** Which input cells act on the output, and how often: the deeper the colour, the more. */
export function InfluenceStage({ scene }: { scene: InfluenceScene }) {
  const t = useWords("stage");
  const { values, output, from } = scene;
  const most = Math.max(1, ...values.flat());
  const size = output.join("×");
  const about =
    from === "all" ? t("usesOfAll", { size }) : t("usesOfOne", { row: from[0], column: from[1], size });
  return (
    <>
      <div className="maps">
        <div className="grid-map" style={{ "--n": values[0]?.length ?? 1 } as CSSProperties}>
          <p className="mt">
            <i className="key-output" />
            {t("uses")}
          </p>
          <table className="mx mxt" aria-label={about}>
            <tbody>
              {placed(values).map((cells, at) => (
                <tr key={cells[0]?.row ?? at}>
                  {cells.map(({ column, value }) => (
                    <td key={column} className="heat" style={{ "--heat": value / most } as CSSProperties}>
                      {minus(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p className="say small">{about}</p>
    </>
  );
}
