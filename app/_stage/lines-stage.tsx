"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { LinesScene } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";
import { LinePlot } from "./line-plot";
import { LineTable } from "./line-table";
import { Playback, usePlayback } from "./playback";

/** Plots of a run, growing stop by stop where it has stops, the sentence they prove, and their numbers on request. */
export function LinesStage({ scene, locale }: { scene: LinesScene; locale: Locale }) {
  const { panels, finding, stops } = scene;
  return (
    <div className="lines">
      {stops.length > 1 ? (
        <GrowingPlots scene={scene} locale={locale} />
      ) : (
        <Plots scene={scene} locale={locale} />
      )}
      <p className="finding">{finding[locale]}</p>
      {panels.map((panel) => (
        <LineTable key={panel.title.en} panel={panel} locale={locale} />
      ))}
    </div>
  );
}

function GrowingPlots({ scene, locale }: { scene: LinesScene; locale: Locale }) {
  const t = useWords("stage");
  const { stops, captions, stopOf } = scene;
  const playback = usePlayback(stops.length, stopOf ? stops.indexOf(stopOf.first) : stops.length - 1);
  const stop = stops[playback.at] ?? 0;
  return (
    <>
      <Plots scene={scene} stop={stop} locale={locale} />
      {captions ? (
        <p className="caption num" aria-live="polite">
          {captions[playback.at]?.[locale]}
        </p>
      ) : null}
      <Playback
        playback={playback}
        label={stopOf ? stopOf.label[locale] : t("upTo")}
        {...(stopOf && { value: String(stop) })}
      />
    </>
  );
}

/** Each plot with its title; the first one says what all of them prove. */
function Plots({ scene, stop, locale }: { scene: LinesScene; stop?: number; locale: Locale }) {
  return (
    <div className={scene.isSmall ? "panels small-panels" : "panels"}>
      {scene.panels.map((panel, at) => (
        <div key={panel.title.en}>
          <h3>{panel.title[locale]}</h3>
          <LinePlot
            panel={panel}
            {...(stop !== undefined && { stop })}
            isSmall={scene.isSmall === true}
            label={at === 0 ? `${panel.title[locale]}. ${scene.finding[locale]}` : panel.title[locale]}
            locale={locale}
          />
        </div>
      ))}
    </div>
  );
}
