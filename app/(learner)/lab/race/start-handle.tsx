"use client";
import type { KeyboardEvent, PointerEvent } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { MapScale } from "@/app/_stage/contour-map";
import { type RaceGroundName, raceGrounds } from "@/lib/core/lab/race-grounds";
import { placeStart } from "@/lib/core/lab/race-lab";

interface StartHandleProps {
  ground: RaceGroundName;
  start: [x: number, y: number];
  scale: MapScale;
  /** While it is held, at each place it comes to. */
  onDrag: (start: [number, number]) => void;
  onLetGo: () => void;
  /** By a key: at once and for good. */
  onMove: (start: [number, number]) => void;
}
/** Shares of the view by which the arrow keys move the start. */
const nudge = 0.02;
const moves: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The start of a race, over its yellow mark on the map: to be dragged, or moved with the arrow keys. */
export function StartHandle({ ground, start, scale, onDrag, onLetGo, onMove }: StartHandleProps) {
  const t = useWords("lab");
  const [x, y] = start;
  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent): [number, number] => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    return box ? placeStart(ground, scale.place(clientX - box.left, clientY - box.top)) : start;
  };
  const nudgeBy = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const { view } = raceGrounds[ground];
    const [across, up] = move;
    const [wide, high] = [view.x[1] - view.x[0], view.y[1] - view.y[0]];
    onMove(placeStart(ground, [x + across * nudge * wide, y + up * nudge * high]));
  };
  return (
    <button
      type="button"
      className="race-start"
      style={{ left: scale.x(x), top: scale.y(y) }}
      aria-label={t("startAt", { x: x.toPrecision(3), y: y.toPrecision(3) })}
      onKeyDown={nudgeBy}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(placeOf(event));
      }}
      onPointerUp={onLetGo}
      onPointerCancel={onLetGo}
    />
  );
}
