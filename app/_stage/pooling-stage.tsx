"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { PoolingScene } from "@/lib/core/questions/scenes/pooling";
import { type Axis, AxisRulers } from "./axis-rulers";
import { MapGrid, minus, WindowFrame } from "./map-grid";
import { Playback, usePlayback } from "./playback";
import { isInside, poolCells, poolStopAt, valuesAt } from "./pool-windows";
import { mostCells } from "./windows";

/** Windows over one channel: grids where there are values that can be read, rulers where only sizes were asked. */
export function PoolingStage({ scene }: { scene: PoolingScene }) {
  const t = useWords("stage");
  const { input, output, size, window, stride, pads } = scene;
  const height: Axis = {
    size: input.length,
    before: pads[0],
    after: pads[1],
    reach: window[0],
    stride: stride[0],
    stops: size[0],
  };
  const width: Axis = {
    size: input[0]?.length ?? 0,
    before: pads[2],
    after: pads[3],
    reach: window[1],
    stride: stride[1],
    stops: size[1],
  };
  const isDrawn = [height, width].every((axis) => axis.size + axis.before + axis.after <= mostCells);
  return isDrawn && output.length > 0 ? (
    <PoolingGrids scene={scene} />
  ) : (
    <AxisRulers axes={[height, width]} what="pool" label={t("windowPosition")} />
  );
}

function PoolingGrids({ scene }: { scene: PoolingScene }) {
  const t = useWords("stage");
  const { input, output, size, pads, pool, focus } = scene;
  const playback = usePlayback(size[0] * size[1], focus ? focus[0] * size[1] + focus[1] : 0);
  const stop = poolStopAt(scene, playback.at);
  const { row, column, from, to } = stop;
  const cells = poolCells(scene);
  const value = output[row]?.[column] ?? 0;
  const markInput = (r: number, c: number) => {
    const isIn = isInside(stop, r, c);
    const isPadding = input[r - pads[0]]?.[c - pads[2]] === undefined;
    const isLifted = isIn && pool === "max" && cells[r]?.[c] === value;
    return [isPadding && "p", isIn && "in", isLifted && "pick"].filter(Boolean).join(" ");
  };
  return (
    <>
      <div className="maps">
        <MapGrid
          title={pads.some((pad) => pad > 0) ? t("paddedInput") : t("input")}
          label={t("input")}
          rows={cells}
          tone="input"
          mark={markInput}
        >
          <WindowFrame size={[to[0] - from[0], to[1] - from[1]]} at={from} />
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
        = {pool === "max" ? "max" : t("mean")}({valuesAt(scene, stop).map(minus).join(", ")}) ={" "}
        <b>{minus(value)}</b>
      </p>
      <Playback playback={playback} label={t("windowPosition")} />
    </>
  );
}
const markOf = (place: number, at: number) => (place === at ? "cur" : place > at ? "dim" : undefined);
