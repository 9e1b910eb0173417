"use client";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { LinesStage } from "@/app/_stage/lines-stage";
import { Note } from "@/app/_ui/note";
import type { ComputeRun } from "@/lib/browser/compute/client";
import type { LinesScene } from "@/lib/core/questions/scenes/lines";
import { saveFile } from "./save-file";

interface RunLinesProps {
  run: ComputeRun | null;
  failure: string | null;
  scene: LinesScene | null;
  /** Name and content of the file that the numbers can be saved as. */
  file: { name: string; csv: () => string };
}

/** Plots of a lab's run, their finding and tables, and the numbers as a file. */
export function RunLines({ run, failure, scene, file }: RunLinesProps) {
  const t = useWords("lab");
  const locale = useLanguage();
  return (
    <section className="stage" aria-label={t("result")} data-engine={run?.engine}>
      <div className="st-h">
        <h2>{t("result")}</h2>
      </div>
      {failure ? (
        <div className="say">
          <Note pen="red">
            <p>{t("notPossible")}</p>
          </Note>
        </div>
      ) : null}
      {scene ? (
        <>
          <LinesStage scene={scene} locale={locale} />
          <p className="lab-row pad">
            <button
              type="button"
              className="btn"
              onClick={() => saveFile(file.name, new Blob([file.csv()], { type: "text/csv" }))}
            >
              {t("saveCsv")}
            </button>
          </p>
        </>
      ) : null}
    </section>
  );
}
