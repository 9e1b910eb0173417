"use client";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { LinePlot } from "@/app/_stage/line-plot";
import { LinesStage } from "@/app/_stage/lines-stage";
import { type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import {
  type FitLab,
  lossPanel,
  numbersOfFit,
  programOfTraining,
  rates,
  sceneOfFit,
  writeFitLab,
} from "@/lib/core/lab/fit-lab";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import { LabChoice } from "../lab-choice";
import { saveFile } from "../save-file";

interface NetworkTrainingProps {
  lab: FitLab;
  onChange: (changed: Partial<FitLab>) => void;
}
interface Losses {
  train: number[];
  validation: number[];
}
const none: Losses = { train: [], validation: [] };
const unitCounts = Array.from({ length: 16 }, (_, at) => at + 1);
const epochCounts = [10, 20, 50, 100, 200, 500, 1000];

/** A network that is trained when asked to, with its losses drawn while they are computed and a way to stop it. */
export function NetworkTraining({ lab, onChange }: NetworkTrainingProps) {
  const t = useWords("lab");
  const locale = useLanguage();
  const [losses, setLosses] = useState(none);
  const [done, setDone] = useState<{ key: string; run: ComputeRun } | null>(null);
  const [isStopped, setStopped] = useState(false);
  const [ongoing, setOngoing] = useState<AbortController | null>(null);
  const latest = useRef<AbortController | null>(null);
  useEffect(() => () => latest.current?.abort(), []);
  const key = writeFitLab(lab);
  const scene = done && done.key === key ? sceneOfFit(lab, done.run.output) : null;
  const numbers = done ? numbersOfFit(done.run.output) : null;

  const train = async () => {
    latest.current?.abort();
    const own = new AbortController();
    latest.current = own;
    setOngoing(own);
    setStopped(false);
    setDone(null);
    setLosses(none);
    const result = await computeClient().run(
      programOfTraining(lab),
      own.signal,
      ({ train: more, validation }) => {
        setLosses((before) => ({
          train: [...before.train, ...more],
          validation: [...before.validation, ...validation],
        }));
      },
    );
    if (own.signal.aborted) return;
    setOngoing(null);
    if (result.ok) setDone({ key, run: result.value });
  };
  const stop = () => {
    ongoing?.abort();
    setOngoing(null);
    setStopped(true);
  };
  const epoch = Math.max(0, losses.train.length - 1);
  return (
    <div className="lines">
      <div className="lab-panel">
        <LabChoice
          name={t("units")}
          value={lab.units}
          values={unitCounts}
          onChange={(units) => onChange({ units })}
        />
        <LabChoice
          name={t("learningRate")}
          value={lab.rate}
          values={rates}
          onChange={(rate) => onChange({ rate })}
        />
        <LabChoice
          name={t("epochs")}
          value={lab.epochs}
          values={epochCounts}
          onChange={(epochs) => onChange({ epochs })}
        />
      </div>
      <p className="lab-row">
        {ongoing ? (
          <button type="button" className="btn" onClick={stop}>
            {t("stop")}
          </button>
        ) : (
          <button type="button" className="btn btn-primary" onClick={() => void train()}>
            {t("train")}
          </button>
        )}
      </p>
      <p className="small" role="status">
        {ongoing
          ? t("trainingNow")
          : isStopped
            ? t("stoppedAt", { epoch })
            : done && scene === null
              ? t("changedSince")
              : done
                ? t("trainedIn", { epochs: lab.epochs, ms: Math.round(done.run.ms) })
                : t("notTrained")}
      </p>
      {ongoing || (isStopped && losses.train.length > 0) ? (
        <>
          <progress max={lab.epochs} value={epoch} aria-label={t("epochs")} />
          {losses.train.length > 1 ? <LinePlot panel={lossPanel(lab, losses)} locale={locale} /> : null}
        </>
      ) : null}
      {scene ? <LinesStage scene={scene} locale={locale} /> : null}
      {scene && numbers ? (
        <p className="lab-row">
          <button
            type="button"
            className="btn"
            onClick={() =>
              saveFile(
                "epoch-training.csv",
                new Blob([rowsAsCsv(numbers.names, numbers.rows)], { type: "text/csv" }),
              )
            }
          >
            {t("saveCsv")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
