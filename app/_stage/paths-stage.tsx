"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { stopsOf } from "@/lib/core/questions/panel";
import type { PathsScene, SurfacePath } from "@/lib/core/questions/scenes/paths";
import type { Locale } from "@/lib/core/text";
import { ContourMap, mapScaleOf } from "./contour-map";
import { MapPlaces } from "./map-places";
import { Marker } from "./markers";
import { PathNames } from "./path-names";
import { PathsTable, written } from "./paths-table";
import { Playback, usePlayback } from "./playback";
import { SurfacePaths } from "./surface-paths";
import { useWidth } from "./use-width";

/** Ways of optimizers over a surface, step by step, with the loss of each and what they prove. */
export function PathsStage({ scene, locale }: { scene: PathsScene; locale: Locale }) {
  const t = useWords("stage");
  const { ref, width } = useWidth(686);
  const { surface, view, paths, lowest, finding } = scene;
  const height = Math.round(Math.min(width, 620) * 0.62);
  const stops = stopsOf(Math.max(...paths.map(({ points }) => points.length - 1)));
  const playback = usePlayback(stops.length, stops.length - 1);
  const upTo = stops[playback.at] ?? 0;
  const scale = mapScaleOf(view, width, height);
  const [startX = 0, startY = 0] = paths[0]?.points[0] ?? [];
  return (
    <div className="paths">
      <div ref={ref} className="paths-map">
        <ContourMap surface={surface} view={view} width={width} height={height} label={finding[locale]}>
          <SurfacePaths paths={paths} upTo={upTo} scale={scale} />
          <MapPlaces start={[startX, startY]} lowest={lowest} scale={scale} width={width} />
          {upTo > 0 ? (
            <PathNames
              paths={paths}
              upTo={upTo}
              scale={scale}
              width={width}
              height={height}
              locale={locale}
            />
          ) : null}
        </ContourMap>
      </div>
      <p className="small muted">{t("mapAbout")}</p>
      {stops.length > 1 ? <Playback playback={playback} label={t("stepOf")} /> : null}
      <ul className="paths-list">
        {paths.map((path) => (
          <li key={path.id}>
            <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
              <Marker method={path.method} x={0} y={0} />
            </svg>
            <span>{path.label[locale]}</span>
            <span className="num">
              {t("lossAt", { step: stepOf(path, upTo), loss: written(path.losses[stepOf(path, upTo)]) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="finding">{finding[locale]}</p>
      <PathsTable paths={paths} stops={stops.map((step) => ({ at: step, step }))} locale={locale} />
    </div>
  );
}

const stepOf = (path: SurfacePath, upTo: number): number => Math.min(upTo, path.points.length - 1);
