"use client";
import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { groundNames, grounds } from "@/lib/core/lab/grounds";
import {
  anneals,
  programOfSchedule,
  runOfSchedule,
  type ScheduleLab,
  type Setting,
  scheduleNames,
  settings,
  settingsOf,
  writeScheduleLab,
} from "@/lib/core/lab/schedule-lab";
import { csvOfSchedule, sceneOfSchedule } from "@/lib/core/lab/schedule-scene";
import { keepAddress } from "../keep-address";
import { LabChoice } from "../lab-choice";
import { LabOptions } from "../lab-options";
import { RunLines } from "../run-lines";
import { useLabRun } from "../use-lab-run";

/** Any schedule with its numbers, and below its curve the training that its rates cause. */
export function ScheduleDesk({ first }: { first: ScheduleLab }) {
  const t = useWords("lab");
  const [lab, setLab] = useState(first);
  const { run, ran, failure } = useLabRun(lab, programOfSchedule);
  const change = (changed: Partial<ScheduleLab>) => {
    const next = { ...lab, ...changed };
    setLab(next);
    keepAddress(writeScheduleLab(next));
  };
  const result = run ? runOfSchedule(run.output) : null;
  const shown: Setting[] = [
    "rate",
    "steps",
    ...settingsOf[lab.schedule],
    "noise",
    ...(lab.noise > 0 ? ["seed" as const] : []),
  ];
  return (
    <>
      <p className="small soft">
        <Link href="/lab">{t("title")}</Link>
      </p>
      <h1>{t("schedule")}</h1>
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("settings")}>
            <LabOptions
              name="schedule"
              legend={t("schedule")}
              value={lab.schedule}
              options={scheduleNames.map((value) => ({ value, text: t(`schedule-${value}`) }))}
              onChange={(schedule) => change({ schedule })}
            />
            {shown.map((name) => (
              <LabChoice
                key={name}
                name={t(`set-${name}`)}
                value={lab[name]}
                values={settings[name]}
                onChange={(value) => change({ [name]: value })}
              />
            ))}
            {lab.schedule === "onecycle" ? (
              <LabOptions
                name="anneal"
                legend={t("anneal")}
                value={lab.anneal}
                options={anneals.map((value) => ({ value, text: t(`anneal-${value}`) }))}
                onChange={(anneal) => change({ anneal })}
              />
            ) : null}
            <LabOptions
              name="ground"
              legend={t("surface")}
              value={lab.ground}
              options={groundNames.map((value) => ({ value, text: t(`trained-${value}`) }))}
              onChange={(ground) => change({ ground, rate: grounds[ground].rate })}
            />
          </section>
        </div>
        <RunLines
          run={run}
          failure={failure}
          scene={ran && result ? sceneOfSchedule(ran, result) : null}
          file={{ name: "epoch-schedule.csv", csv: () => (result ? csvOfSchedule(result) : "") }}
        />
      </div>
    </>
  );
}
