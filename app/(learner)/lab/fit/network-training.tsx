"use client";
import { useRef } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { LinesStage } from "@/app/_stage/lines-stage";
import { RunTag } from "@/app/_stage/run-tag";
import { type FitLab, iterationsOf, writeFitLab } from "@/lib/core/lab/fit-lab";
import { numbersOfFit, numbersOfLosses, sceneOfFit, sceneOfLosses } from "@/lib/core/lab/fit-scene";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import { LabExports } from "../lab-exports";
import { isOf, type Training, useTraining } from "./use-training";

/** A network that is trained when asked to, with its losses drawn while they are computed and a way to stop it. */
export function NetworkTraining({ lab }: { lab: FitLab }) {
  const t = useWords("lab");
  const locale = useLanguage();
  const picture = useRef<HTMLDivElement>(null);
  const { training, train, stop } = useTraining();
  const isOngoing = training?.state === "ongoing";
  const shown = training && (isOngoing || isOf(training, lab)) ? training : null;
  const scene = shown && sceneOf(shown);
  const epoch = epochOf(training);
  return (
    <section className="stage" aria-label={t("result")} data-engine={training?.run?.engine}>
      <div className="st-h">
        <h2>{t("result")}</h2>
        {shown?.run ? <RunTag run={shown.run} /> : null}
      </div>
      <div className="pad">
        <p className="lab-row">
          {isOngoing ? (
            <button type="button" className="btn" onClick={stop}>
              {t("stop")}
            </button>
          ) : (
            <button type="button" className="btn btn-primary" onClick={() => void train(lab)}>
              {t("train")}
            </button>
          )}
        </p>
        <p className="small" role="status">
          {training === null
            ? t("notTrained", { iterations: iterationsOf(lab) })
            : shown === null
              ? t("changedSince")
              : t(`training-${shown.state}`, {
                  epoch,
                  updates: epoch * iterationsOf(shown.lab),
                  ms: Math.round(shown.run?.ms ?? 0),
                })}
        </p>
        {isOngoing ? <progress max={training.lab.epochs} value={epoch} aria-label={t("epochs")} /> : null}
      </div>
      {scene ? (
        <div ref={picture}>
          <LinesStage scene={scene} locale={locale} />
        </div>
      ) : null}
      <div className="pad">
        <LabExports
          name="epoch-training"
          csv={
            shown && scene
              ? () => {
                  const { names, rows } = numbersOf(shown);
                  return rowsAsCsv(names, rows);
                }
              : null
          }
          picture={picture}
          search={writeFitLab(lab)}
        />
      </div>
    </section>
  );
}

const epochOf = (training: Training | null): number =>
  training?.state === "done" ? training.lab.epochs : Math.max(0, (training?.losses.train.length ?? 0) - 1);

/** Nothing can be drawn before two epochs have been told. */
function sceneOf({ lab, losses, run }: Training) {
  if (run) return sceneOfFit(lab, run.output);
  return losses.train.length > 1 ? sceneOfLosses(lab, losses) : null;
}
const numbersOf = ({ losses, run }: Training) => (run && numbersOfFit(run.output)) ?? numbersOfLosses(losses);
