"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { Note } from "@/app/_ui/note";
import { runReference } from "@/lib/core/compute/reference";
import { raceGroundNames } from "@/lib/core/lab/race-grounds";
import { programOfRace, type RaceLab, raceOn, writeRaceLab } from "@/lib/core/lab/race-lab";
import { findingOfRace, lanesOf } from "@/lib/core/lab/race-outcome";
import { keepAddress } from "../keep-address";
import { LabOptions } from "../lab-options";
import { useLabRun } from "../use-lab-run";
import { RaceExports } from "./race-exports";
import { RaceLanes } from "./race-lanes";
import { RaceMap } from "./race-map";
import { RaceRates } from "./race-rates";
import { RaceSettings } from "./race-settings";

/** While the start is dragged, this many steps are run at once in the page itself. */
const stepsWhileDragging = 200;

/** Seven optimizers from one start over one surface; every change is computed again in the worker. */
export function RaceDesk({ first }: { first: RaceLab }) {
  const t = useWords("lab");
  const locale = useLanguage();
  const [lab, setLab] = useState(first);
  const [isDragging, setDragging] = useState(false);
  // The worker settles the figures when the start is let go.
  const settled = useRef(lab);
  if (!isDragging) settled.current = lab;
  const { run, ran, failure } = useLabRun(settled.current, programOfRace);
  const change = (changed: Partial<RaceLab>) => {
    const next = { ...lab, ...changed };
    setLab(next);
    keepAddress(writeRaceLab(next));
  };
  const dragged = { ...lab, steps: Math.min(stepsWhileDragging, lab.steps) };
  const draft = isDragging ? runReference(programOfRace(dragged)) : null;
  const output = draft?.ok ? draft.value : run?.output;
  const lanes = output ? lanesOf(output) : null;
  // What is drawn belongs to the run; which optimizers are drawn does not change it.
  const shown = draft?.ok ? dragged : { ...(ran ?? lab), hidden: lab.hidden };
  return (
    <>
      <p className="small soft">
        <Link href="/lab">{t("title")}</Link>
      </p>
      <h1>{t("race")}</h1>
      <div className="race-grounds">
        <LabOptions
          name="ground"
          legend={t("surface")}
          value={lab.ground}
          options={raceGroundNames.map((value) => ({ value, text: t(`ground-${value}`) }))}
          onChange={(ground) => change({ ...raceOn(ground), hidden: lab.hidden })}
        />
      </div>
      {failure ? (
        <Note pen="red">
          <p>{t("notPossible")}</p>
        </Note>
      ) : null}
      <div className="race" data-engine={run?.engine} data-ms={run ? Math.round(run.ms) : undefined}>
        <section className="card race-map" aria-label={t("waysOver")}>
          <RaceMap
            lab={shown}
            start={lab.start}
            lanes={lanes}
            onStart={(start) => change({ start })}
            onDragging={setDragging}
            locale={locale}
          />
          <p className="finding pad-x" role="status">
            {lanes ? findingOfRace(shown, lanes)[locale] : t("computing")}
          </p>
        </section>
        <section className="card pad race-lanes" aria-label={t("optimizers")}>
          <RaceLanes lab={lab} lanes={lanes} onChange={change} locale={locale} />
        </section>
        <section className="card pad race-rates" aria-label={t("effectiveRates")}>
          {lanes ? <RaceRates lab={shown} lanes={lanes} locale={locale} /> : null}
        </section>
        <section className="card pad lab-panel race-settings" aria-label={t("settings")}>
          <RaceSettings lab={lab} onChange={change} />
          {lanes ? <RaceExports lab={shown} lanes={lanes} /> : null}
        </section>
      </div>
    </>
  );
}
