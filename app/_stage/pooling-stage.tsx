"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { PoolingScene } from "@/lib/core/questions/scenes/pooling";
import { MapGrid, minus, WindowFrame } from "./map-grid";
import { Playback, usePlayback } from "./playback";
import { mostCells } from "./windows";

/** Windows over one channel, each lifting its largest value or its mean. */
export function PoolingStage({ scene }: { scene: PoolingScene }) {
  const t = useWords("stage");
  const { input, output, size, window, stride, pads } = scene;
  const isDrawn = input.length + pads[0] + pads[1] <= mostCells && output.length > 0;
  if (isDrawn) return <PoolingGrids scene={scene} />;
  return (
    <p className="say">
      {t("poolSize", {
        total: input.length + pads[0] + pads[1],
        window: window[0],
        stride: stride[0],
        stops: size[0],
      })}
    </p>
  );
}

function PoolingGrids({ scene }: { scene: PoolingScene }) {
  const t = useWords("stage");
  const { input, output, size, window, stride, pads, pool, focus } = scene;
  const [top, , left] = pads;
  const playback = usePlayback(size[0] * size[1], focus ? focus[0] * size[1] + focus[1] : 0);
  const [row, column] = [Math.floor(playback.at / size[1]), playback.at % size[1]];
  const from = [row * stride[0] - top, column * stride[1] - left] as const;
  const isIn = (r: number, c: number) =>
    r >= from[0] && r < from[0] + window[0] && c >= from[1] && c < from[1] + window[1];
  const cells = input.flatMap((line, r) => line.filter((_, c) => isIn(r, c)));
  const value = output[row]?.[column] ?? 0;
  const isLifted = (r: number, c: number) => pool === "max" && isIn(r, c) && input[r]?.[c] === value;
  return (
    <>
      <div className="maps">
        <MapGrid
          title={t("input")}
          label={t("input")}
          rows={input}
          tone="input"
          mark={(r, c) => (isLifted(r, c) ? "in pick" : isIn(r, c) ? "in" : undefined)}
        >
          <WindowFrame size={window} at={from} />
        </MapGrid>
        <MapGrid
          title={t("output")}
          label={t("output")}
          rows={output}
          tone="output"
          mark={(r, c) => markOf(r * size[1] + c, playback.at)}
        />
      </div>
      <p className="sum" aria-live={playback.isPlaying ? "off" : "polite"}>
        <b>
          {t("output")}[{row}, {column}]
        </b>{" "}
        = {pool === "max" ? "max" : t("mean")}({cells.map(minus).join(", ")}) = <b>{minus(value)}</b>
      </p>
      <Playback playback={playback} label={t("windowPosition")} />
    </>
  );
}
const markOf = (place: number, at: number) => (place === at ? "cur" : place > at ? "dim" : undefined);
