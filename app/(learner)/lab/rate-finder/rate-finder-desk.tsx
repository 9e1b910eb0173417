"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import { groundNames, seedBounds } from "@/lib/core/lab/grounds";
import {
  finderSettingNames,
  finderSettings,
  programOfFinder,
  type RateFinderLab,
  readRateFinderLab,
  runOfFinder,
  writeRateFinderLab,
} from "@/lib/core/lab/rate-finder-lab";
import { csvOfFinder, sceneOfFinder } from "@/lib/core/lab/rate-finder-scene";
import { LabOptions } from "../lab-options";
import { LabSeed } from "../lab-seed";
import { LabTitle } from "../lab-title";
import { OptimizerChoice } from "../optimizer-choice";
import { RunLines } from "../run-lines";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";

/** One descent whose rate grows step by step from too small until it flies apart. */
export function RateFinderDesk({ first }: { first: RateFinderLab }) {
  const t = useWords("lab");
  const [lab, put] = useLab(first, { read: readRateFinderLab, write: writeRateFinderLab });
  const { run, ran, failure } = useLabRun(lab, programOfFinder);
  const change = (changed: Partial<RateFinderLab>) => put({ ...lab, ...changed });
  const result = run ? runOfFinder(run.output) : null;
  return (
    <>
      <LabTitle lab="rate-finder" />
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("settings")}>
            <OptimizerChoice value={lab.rule} onChange={(rule) => change({ rule })} />
            {finderSettingNames.map((name) => (
              <ListedSlider
                key={name}
                name={t(`find-${name}`)}
                value={lab[name]}
                values={finderSettings[name]}
                onChange={(value) => change({ [name]: value })}
              />
            ))}
            {lab.noise > 0 ? (
              <LabSeed
                name={t("seed")}
                value={lab.seed}
                bounds={seedBounds}
                onChange={(seed) => change({ seed })}
              />
            ) : null}
            <LabOptions
              name="ground"
              legend={t("surface")}
              value={lab.ground}
              options={groundNames.map((value) => ({ value, text: t(`trained-${value}`) }))}
              onChange={(ground) => change({ ground })}
            />
          </section>
        </div>
        <RunLines
          run={run}
          failure={failure}
          scene={ran && result ? sceneOfFinder(ran, result) : null}
          name="epoch-rate-finder"
          csv={result ? () => csvOfFinder(result) : null}
          search={writeRateFinderLab(lab)}
        />
      </div>
    </>
  );
}
