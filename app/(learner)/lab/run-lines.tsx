"use client";
import { type ComponentProps, useRef } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { LinesStage } from "@/app/_stage/lines-stage";
import { RunTag } from "@/app/_stage/run-tag";
import { Note } from "@/app/_ui/note";
import type { ComputeRun } from "@/lib/browser/compute/client";
import type { LinesScene } from "@/lib/core/questions/scenes/lines";
import { LabExports } from "./lab-exports";

interface RunLinesProps extends Omit<ComponentProps<typeof LabExports>, "picture"> {
  run: ComputeRun | null;
  failure: string | null;
  scene: LinesScene | null;
}

/** Plots of a lab's run, their finding and tables, and what can be kept of them. */
export function RunLines({ run, failure, scene, ...kept }: RunLinesProps) {
  const t = useWords("lab");
  const locale = useLanguage();
  const picture = useRef<HTMLDivElement>(null);
  return (
    <section className="stage" aria-label={t("result")} data-engine={run?.engine}>
      <div className="st-h">
        <h2>{t("result")}</h2>
        {run ? <RunTag run={run} /> : null}
      </div>
      {failure ? (
        <div className="say">
          <Note pen="red">
            <p>{t("notPossible")}</p>
          </Note>
        </div>
      ) : null}
      {scene ? (
        <div ref={picture}>
          <LinesStage scene={scene} locale={locale} />
        </div>
      ) : null}
      <div className="pad">
        <LabExports {...kept} picture={picture} />
      </div>
    </section>
  );
}
