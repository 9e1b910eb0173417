"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import {
  bounds,
  type FitLab,
  modes,
  noises,
  programOfFit,
  readFitLab,
  writeFitLab,
} from "@/lib/core/lab/fit-lab";
import { numbersOfFit, sceneOfFit } from "@/lib/core/lab/fit-scene";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import { LabOptions } from "../lab-options";
import { LabSeed } from "../lab-seed";
import { LabTitle } from "../lab-title";
import { RunLines } from "../run-lines";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";
import { NetworkSettings } from "./network-settings";
import { NetworkTraining } from "./network-training";

/** Polynomials of every degree, or a network that learns before one's eyes, through the same noisy points. */
export function FitDesk({ first }: { first: FitLab }) {
  const t = useWords("lab");
  const [lab, put] = useLab(first, { read: readFitLab, write: writeFitLab });
  const { run, ran, failure } = useLabRun(lab, programOfFit);
  const change = (changed: Partial<FitLab>) => put({ ...lab, ...changed });
  // The degree only chooses among the curves of a run.
  const scene =
    run && ran ? sceneOfFit({ ...ran, degree: lab.degree, mode: "polynomial" }, run.output) : null;
  const numbers = run ? numbersOfFit(run.output) : null;
  const wholes = (name: "points" | "degree") =>
    Array.from({ length: bounds[name][1] - bounds[name][0] + 1 }, (_, at) => bounds[name][0] + at);
  return (
    <>
      <LabTitle lab="fit" />
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("settings")}>
            <LabOptions
              name="mode"
              legend={t("fitBy")}
              value={lab.mode}
              options={modes.map((value) => ({ value, text: t(`by-${value}`) }))}
              onChange={(mode) => change({ mode })}
            />
            <ListedSlider
              name={t("points")}
              value={lab.points}
              values={wholes("points")}
              onChange={(points) => change({ points })}
            />
            <ListedSlider
              name={t("pointNoise")}
              value={lab.noise}
              values={noises}
              onChange={(noise) => change({ noise })}
            />
            <LabSeed
              name={t("pointSeed")}
              value={lab.seed}
              bounds={bounds.seed}
              onChange={(seed) => change({ seed })}
            />
            <p className="lab-row">
              <button
                type="button"
                className="btn"
                onClick={() => change({ seed: (lab.seed + 1) % (bounds.seed[1] + 1) })}
              >
                {t("otherPoints")}
              </button>
            </p>
            {lab.mode === "polynomial" ? (
              <ListedSlider
                name={t("degree")}
                value={lab.degree}
                values={wholes("degree")}
                onChange={(degree) => change({ degree })}
              />
            ) : (
              <NetworkSettings lab={lab} onChange={change} />
            )}
          </section>
        </div>
        {lab.mode === "network" ? (
          <NetworkTraining lab={lab} />
        ) : (
          <RunLines
            run={run}
            failure={failure}
            scene={scene}
            name="epoch-fit"
            csv={numbers ? () => rowsAsCsv(numbers.names, numbers.rows) : null}
            search={writeFitLab(lab)}
          />
        )}
      </div>
    </>
  );
}
