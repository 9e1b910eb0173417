"use client";
import type { KeyboardEvent, PointerEvent } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { ContourMap, mapScaleOf } from "@/app/_stage/contour-map";
import { MapPlaces } from "@/app/_stage/map-places";
import { Playback, usePlayback } from "@/app/_stage/playback";
import { SurfacePaths } from "@/app/_stage/surface-paths";
import { useWidth } from "@/app/_stage/use-width";
import type { RaceLane } from "@/lib/core/compute/race-program";
import { raceGrounds } from "@/lib/core/lab/race-grounds";
import { placeStart, type RaceLab, stepsTold } from "@/lib/core/lab/race-lab";
import { findingOfRace, pathsOf } from "@/lib/core/lab/race-outcome";
import type { Locale } from "@/lib/core/text";

interface RaceMapProps {
  /** What the drawn run was computed from; the start may already be elsewhere. */
  lab: RaceLab;
  start: [x: number, y: number];
  lanes: RaceLane[] | null;
  onStart: (start: [number, number]) => void;
  onDragging: (isDragging: boolean) => void;
  locale: Locale;
}
/** Shares of the view by which the arrow keys move the start. */
const nudge = 0.02;
const moves: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The surface with all ways, a player, and a start to be dragged or moved with the arrow keys. */
export function RaceMap({ lab, start, lanes, onStart, onDragging, locale }: RaceMapProps) {
  const t = useWords("lab");
  const { ref, width } = useWidth(700);
  const { surface, view, lowest } = raceGrounds[lab.ground];
  const height = Math.round(Math.min(width, 720) * 0.52);
  const scale = mapScaleOf({ x: [...view.x], y: [...view.y] }, width, height);
  const steps = stepsTold(lab.steps);
  const playback = usePlayback(steps.length, Number.POSITIVE_INFINITY);
  const upTo = playback.at;
  const placeOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return start;
    return placeStart(lab.ground, scale.place(clientX - box.left, clientY - box.top));
  };
  const nudgeBy = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const [across, up] = move;
    const [x, y] = start;
    const [wide, high] = [view.x[1] - view.x[0], view.y[1] - view.y[0]];
    onStart(placeStart(lab.ground, [x + across * nudge * wide, y + up * nudge * high]));
  };
  const [startX, startY] = start;
  return (
    <>
      <div className="race-picture">
        <div ref={ref} className="race-ground">
          <ContourMap
            surface={surface}
            view={{ x: [...view.x], y: [...view.y] }}
            width={width}
            height={height}
            label={lanes ? findingOfRace(lab, lanes)[locale] : t("waysOver")}
          >
            {lanes ? <SurfacePaths paths={pathsOf(lab, lanes)} upTo={upTo} scale={scale} /> : null}
            <MapPlaces start={start} lowest={lowest} scale={scale} width={width} />
          </ContourMap>
          <button
            type="button"
            className="race-start"
            style={{ left: scale.x(startX), top: scale.y(startY) }}
            aria-label={t("startAt", { x: startX.toPrecision(3), y: startY.toPrecision(3) })}
            onKeyDown={nudgeBy}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              onDragging(true);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) onStart(placeOf(event));
            }}
            onPointerUp={() => onDragging(false)}
            onPointerCancel={() => onDragging(false)}
          />
        </div>
      </div>
      <Playback playback={playback} label={t("stepNow", { step: steps[upTo] ?? 0 })} />
      <p className="small muted pad-x">{t("dragStart", { step: steps[upTo] ?? 0 })}</p>
    </>
  );
}
