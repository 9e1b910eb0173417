"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { stopsOf } from "@/lib/core/questions/panel";
import type { PathsScene, SurfacePath } from "@/lib/core/questions/scenes/paths";
import type { Locale } from "@/lib/core/text";
import { ContourMap, mapScaleOf } from "./contour-map";
import { MapPlaces } from "./map-places";
import { Marker } from "./markers";
import { PathNames } from "./path-names";
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
      <PathsTable paths={paths} stops={stops} locale={locale} />
    </div>
  );
}

const stepOf = (path: SurfacePath, upTo: number): number => Math.min(upTo, path.points.length - 1);
const written = (value: number | undefined): string =>
  value === undefined ? "–" : String(Number(value.toPrecision(4)));

/** Places and losses, stop by stop. */
function PathsTable({
  paths,
  stops,
  locale,
}: {
  paths: readonly SurfacePath[];
  stops: number[];
  locale: Locale;
}) {
  const t = useWords("stage");
  return (
    <details className="twin">
      <summary>{t("numbers")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={t("numbers")} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("step")}</th>
              {paths.flatMap(({ id, label }) =>
                ["x", "y", t("loss")].map((name) => (
                  <th scope="col" className="r" key={`${id} ${name}`}>
                    {label[locale]} {name}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {stops.map((step) => (
              <tr key={step}>
                <th scope="row" className="num">
                  {step}
                </th>
                {paths.flatMap(({ id, points, losses }) =>
                  [points[step]?.[0], points[step]?.[1], losses[step]].map((value, at) => (
                    <td className="r num" key={`${id} ${["x", "y", "loss"][at]}`}>
                      {written(value)}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
