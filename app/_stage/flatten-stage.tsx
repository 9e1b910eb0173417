"use client";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { FlattenScene } from "@/lib/core/questions/scenes/network";
import { MapGrid } from "./map-grid";
import { mostCells } from "./windows";

/** A volume unrolled: where each of its cells starts, the followed cell's own channels, and their place on the strip. */
export function FlattenStage({ scene: { shape, marked, length } }: { scene: FlattenScene }) {
  const t = useWords("stage");
  const [height, width, channels] = shape;
  const starts = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => (row * width + column) * channels),
  );
  const place = marked ? (100 * (marked.index + 0.5)) / length : 0;
  return (
    <>
      <div className="maps">
        {height <= mostCells && width <= mostCells ? (
          <div className={channels > 1 ? "volume" : undefined}>
            <MapGrid
              title={
                <>
                  {t("startOfCells")} <span>{shape.join("×")}</span>
                </>
              }
              label={t("startOfCells")}
              rows={starts}
              tone="input"
              mark={(row, column) =>
                marked?.cell[0] === row && marked.cell[1] === column ? "in pick" : undefined
              }
            />
          </div>
        ) : null}
        {marked ? <Channels marked={marked} channels={channels} /> : null}
      </div>
      <div className="say">
        <p className="mt">
          <i className="key-input" />
          {t("strip")} <span>{t("count", { count: length })}</span>
        </p>
        <div className="strip" style={{ "--rows": height } as CSSProperties} aria-hidden="true">
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
            : t("allInOrder", { length })}{" "}
          {t("stripShades")}
        </p>
      </div>
    </>
  );
}

/** Places of the followed cell's channels; of many, the ones around the followed channel. */
function Channels({ marked, channels }: { marked: NonNullable<FlattenScene["marked"]>; channels: number }) {
  const t = useWords("stage");
  const {
    cell: [row, column, channel],
    index,
  } = marked;
  const shown = Math.min(8, channels);
  const from = Math.max(0, Math.min(channel - 3, channels - shown));
  const title = t("channelsOf", { row, column, from, to: from + shown - 1 });
  const places = Array.from({ length: shown }, (_, at) => index - channel + from + at);
  return (
    <MapGrid
      title={title}
      label={title}
      rows={[places]}
      tone="output"
      mark={(_, at) => (from + at === channel ? "cur" : undefined)}
    />
  );
}
