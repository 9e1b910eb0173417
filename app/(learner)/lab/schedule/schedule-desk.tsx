"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import { groundNames, rateOn, seedBounds } from "@/lib/core/lab/grounds";
import { scheduleNames } from "@/lib/core/lab/schedule-choice";
import {
  programOfSchedule,
  readScheduleLab,
  runOfSchedule,
  type ScheduleLab,
  settings,
  writeScheduleLab,
} from "@/lib/core/lab/schedule-lab";
import { csvOfSchedule, sceneOfSchedule } from "@/lib/core/lab/schedule-scene";
import { LabOptions } from "../lab-options";
import { LabSeed } from "../lab-seed";
import { LabTitle } from "../lab-title";
import { OptimizerChoice } from "../optimizer-choice";
import { RunLines } from "../run-lines";
import { ScheduleSettings } from "../schedule-settings";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";

/** Any schedule with its numbers, and below its curve the training that its rates cause. */
export function ScheduleDesk({ first }: { first: ScheduleLab }) {
  const t = useWords("lab");
  const [lab, put] = useLab(first, { read: readScheduleLab, write: writeScheduleLab });
  const { run, ran, failure } = useLabRun(lab, programOfSchedule);
  const change = (changed: Partial<ScheduleLab>) => put({ ...lab, ...changed });
  const result = run ? runOfSchedule(run.output) : null;
  const slider = (name: keyof typeof settings) => (
    <ListedSlider
      name={t(`set-${name}`)}
      value={lab[name]}
      values={settings[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <LabTitle lab="schedule" />
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("settings")}>
            <LabOptions
              name="schedule"
              legend={t("scheduleKind")}
              value={lab.schedule}
              options={scheduleNames.map((value) => ({ value, text: t(`schedule-${value}`) }))}
              onChange={(schedule) => change({ schedule })}
            />
            {slider("rate")}
            {slider("steps")}
            <ScheduleSettings schedule={lab.schedule} numbers={lab} onChange={change} />
            <OptimizerChoice
              value={lab.rule}
              onChange={(rule) => change({ rule, rate: rateOn(lab.ground, rule) })}
            />
            <LabOptions
              name="ground"
              legend={t("surface")}
              value={lab.ground}
              options={groundNames.map((value) => ({ value, text: t(`trained-${value}`) }))}
              onChange={(ground) => change({ ground, rate: rateOn(ground, lab.rule) })}
            />
            {slider("noise")}
            {lab.noise > 0 ? (
              <LabSeed
                name={t("seed")}
                value={lab.seed}
                bounds={seedBounds}
                onChange={(seed) => change({ seed })}
              />
            ) : null}
          </section>
        </div>
        <RunLines
          run={run}
          failure={failure}
          scene={ran && result ? sceneOfSchedule(ran, result) : null}
          name="epoch-schedule"
          csv={result ? () => csvOfSchedule(result) : null}
          search={writeScheduleLab(lab)}
        />
      </div>
    </>
  );
}
