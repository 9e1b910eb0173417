"use client";
import { type RefObject, useMemo, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { ContourMap, mapScaleOf } from "@/app/_stage/contour-map";
import { MapPlaces } from "@/app/_stage/map-places";
import { PathNames } from "@/app/_stage/path-names";
import { PathsTable } from "@/app/_stage/paths-table";
import { Playback, usePlayback } from "@/app/_stage/playback";
import { SurfacePaths } from "@/app/_stage/surface-paths";
import { useWidth } from "@/app/_stage/use-width";
import type { RaceLane } from "@/lib/core/compute/race-program";
import { runReference } from "@/lib/core/compute/reference";
import { raceGrounds } from "@/lib/core/lab/race-grounds";
import { programOfRace, type RaceLab, stepsTold } from "@/lib/core/lab/race-lab";
import { findingOfRace, lanesOf, pathsOf } from "@/lib/core/lab/race-outcome";
import type { Locale } from "@/lib/core/text";
import { StartHandle } from "./start-handle";

interface RaceMapProps {
  /** What the drawn run was computed from. */
  shown: RaceLab;
  /** What is set by now; its run may still be on its way. */
  wanted: RaceLab;
  lanes: RaceLane[] | null;
  picture: RefObject<HTMLDivElement | null>;
  onStart: (start: [number, number]) => void;
  locale: Locale;
}
/** While the start is dragged, so many steps are run at once in the page itself, for this picture alone. */
const stepsWhileDragging = 200;
/** On a narrower map names stand on one side of the ways: those of two sides would meet. */
const roomForTwo = 560;
const nameWidth = 110;
/** Rows of the table of ways. */
const rowsMost = 50;

/** A run of the page itself: from where the start is held, and after it is let go until the worker's own run is here. */
interface Draft {
  lab: RaceLab;
  lanes: RaceLane[];
  isHeld: boolean;
}
const isSameStart = (one: RaceLab, other: RaceLab) =>
  one.ground === other.ground && one.start.every((value, axis) => value === other.start[axis]);

/** The surface with all ways, a player, and a start to be dragged or moved with the arrow keys. */
export function RaceMap({
  shown: settled,
  wanted,
  lanes: settledLanes,
  picture,
  onStart,
  locale,
}: RaceMapProps) {
  const t = useWords("lab");
  const { ref, width } = useWidth(700);
  const [draft, setDraft] = useState<Draft | null>(null);
  const isDraft =
    draft !== null && (draft.isHeld || (isSameStart(draft.lab, wanted) && !isSameStart(draft.lab, settled)));
  const shown = isDraft ? { ...draft.lab, hidden: wanted.hidden } : settled;
  const lanes = isDraft ? draft.lanes : settledLanes;
  const start = isDraft ? draft.lab.start : wanted.start;
  const { surface, view, lowest } = raceGrounds[shown.ground];
  const height = Math.round(Math.min(width, 720) * 0.52);
  const scale = mapScaleOf({ x: [...view.x], y: [...view.y] }, width, height);
  const steps = stepsTold(shown.steps);
  const playback = usePlayback(steps.length, Number.POSITIVE_INFINITY);
  const upTo = playback.at;
  const paths = lanes ? pathsOf(shown, lanes) : [];
  const drag = (to: [number, number]) => {
    const lab = { ...wanted, start: to, steps: Math.min(stepsWhileDragging, wanted.steps) };
    const run = runReference(programOfRace(lab));
    const drawn = run.ok ? lanesOf(run.value) : null;
    if (drawn) setDraft({ lab, lanes: drawn, isHeld: true });
  };
  const letGo = () => {
    if (!draft?.isHeld) return;
    setDraft({ ...draft, isHeld: false });
    onStart(draft.lab.start);
  };
  // While the start is dragged only the map is drawn anew.
  const table = useMemo(
    () => (
      <PathsTable
        paths={settledLanes ? pathsOf(settled, settledLanes) : []}
        stops={rowsOf(settled)}
        locale={locale}
      />
    ),
    [settled, settledLanes, locale],
  );
  const finding = settledLanes ? findingOfRace(settled, settledLanes)[locale] : null;
  return (
    <>
      <div className="race-picture">
        <div ref={picture}>
          <div ref={ref} className="race-ground">
            <ContourMap
              surface={surface}
              view={{ x: [...view.x], y: [...view.y] }}
              width={width}
              height={height}
              label={finding ?? t("waysOver")}
            >
              <SurfacePaths paths={paths} upTo={upTo} scale={scale} />
              <MapPlaces start={start} lowest={lowest} scale={scale} width={width} />
              {upTo > 0 ? (
                <g className="only-saved">
                  <PathNames
                    paths={paths}
                    upTo={upTo}
                    scale={scale}
                    width={width < roomForTwo ? width + nameWidth : width}
                    height={height}
                    locale={locale}
                  />
                </g>
              ) : null}
            </ContourMap>
            <StartHandle
              ground={shown.ground}
              start={start}
              scale={scale}
              onDrag={drag}
              onLetGo={letGo}
              onMove={(to) => {
                setDraft(null);
                onStart(to);
              }}
            />
          </div>
        </div>
        <Playback playback={playback} label={t("stepNow", { step: steps[upTo] ?? 0 })} />
        <p className="small muted">{t("dragStart", { step: steps[upTo] ?? 0 })}</p>
        <p className="finding" role="status">
          {finding ?? t("computing")}
        </p>
      </div>
      <div className="pad-x">{table}</div>
    </>
  );
}

/** Told steps for the table, thinned out; the last one stays. */
function rowsOf({ steps }: RaceLab): { at: number; step: number }[] {
  const told = stepsTold(steps);
  const every = Math.ceil(told.length / rowsMost);
  return told
    .map((step, at) => ({ at, step }))
    .filter(({ at }) => at % every === 0 || at === told.length - 1);
}
