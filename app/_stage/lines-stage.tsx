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
        panels.map((panel) => <PanelView key={panel.title.en} panel={panel} locale={locale} />)
      )}
      <p className="finding">{finding[locale]}</p>
      {panels.map((panel) => (
        <LineTable key={panel.title.en} panel={panel} locale={locale} />
      ))}
    </div>
  );
}

function GrowingPlots({ scene: { panels, stops }, locale }: { scene: LinesScene; locale: Locale }) {
  const t = useWords("stage");
  const playback = usePlayback(stops.length, stops.length - 1);
  const upTo = playback.at === stops.length - 1 ? undefined : stops[playback.at];
  return (
    <>
      {panels.map((panel) => (
        <PanelView key={panel.title.en} panel={panel} upTo={upTo} locale={locale} />
      ))}
      <Playback playback={playback} label={t("upTo")} />
    </>
  );
}

interface PanelViewProps {
  panel: LinesScene["panels"][number];
  upTo?: number | undefined;
  locale: Locale;
}
function PanelView({ panel, upTo, locale }: PanelViewProps) {
  return (
    <div>
      <h3>{panel.title[locale]}</h3>
      <LinePlot panel={panel} {...(upTo === undefined ? {} : { upTo })} locale={locale} />
    </div>
  );
}
