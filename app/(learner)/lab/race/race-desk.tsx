"use client";
import { useRef } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { RunTag } from "@/app/_stage/run-tag";
import { Note } from "@/app/_ui/note";
import { raceGroundNames, raceGrounds } from "@/lib/core/lab/race-grounds";
import {
  programOfRace,
  programOfRates,
  type RaceLab,
  raceOn,
  readRaceLab,
  writeRaceLab,
} from "@/lib/core/lab/race-lab";
import { lanesOf, numbersOfRace } from "@/lib/core/lab/race-outcome";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import { LabExports } from "../lab-exports";
import { LabOptions } from "../lab-options";
import { LabTitle } from "../lab-title";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";
import { RaceLanes } from "./race-lanes";
import { RaceMap } from "./race-map";
import { RaceRates } from "./race-rates";
import { RaceSettings } from "./race-settings";

/** The long race waits until the short one has had its turn. */
const afterTheMap = 250;

/** Seven optimizers from one start over one surface; every change is computed again in the worker. */
export function RaceDesk({ first }: { first: RaceLab }) {
  const t = useWords("lab");
  const locale = useLanguage();
  const [lab, put] = useLab(first, { read: readRaceLab, write: writeRaceLab });
  const picture = useRef<HTMLDivElement>(null);
  const map = useLabRun(lab, programOfRace);
  const long = useLabRun(lab, programOfRates, afterTheMap);
  const change = (changed: Partial<RaceLab>) => put({ ...lab, ...changed });
  const lanes = map.run ? lanesOf(map.run.output) : null;
  const rates = long.run ? lanesOf(long.run.output) : null;
  // What is drawn belongs to its run; which optimizers are drawn does not change it.
  const shown = { ...(map.ran ?? lab), hidden: lab.hidden };
  const failure = map.failure ?? long.failure;
  return (
    <>
      <div className="race-head">
        <div>
          <LabTitle lab="race" />
          <p className="soft">
            <span className="num">f = {raceGrounds[lab.ground].formula}</span> · {t("raceAbout")}
          </p>
        </div>
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
      <div className="race" data-engine={map.run?.engine}>
        <section className="card race-map" aria-label={t("waysOver")}>
          <div className="st-h">
            <h2>{t("waysOver")}</h2>
            {map.run ? <RunTag run={map.run} /> : null}
          </div>
          <RaceMap
            shown={shown}
            wanted={lab}
            lanes={lanes}
            picture={picture}
            onStart={(start) => change({ start })}
            locale={locale}
          />
          {lanes ? (
            <div className="pad-x">
              <LabExports
                name="epoch-race"
                csv={() => {
                  const { names, rows } = numbersOfRace(shown, lanes);
                  return rowsAsCsv(names, rows);
                }}
                picture={picture}
                search={writeRaceLab(lab)}
              />
            </div>
          ) : null}
        </section>
        <section className="card pad race-lanes" aria-label={t("optimizers")}>
          <RaceLanes lab={lab} lanes={lanes} onChange={change} locale={locale} />
        </section>
        <section className="card pad race-rates" aria-label={t("effectiveRates")}>
          {rates ? (
            <RaceRates lab={{ ...(long.ran ?? lab), hidden: lab.hidden }} lanes={rates} locale={locale} />
          ) : (
            <p role="status">{t("computing")}</p>
          )}
        </section>
        <section className="card pad race-settings" aria-label={t("settings")}>
          <RaceSettings lab={lab} onChange={change} />
        </section>
      </div>
    </>
  );
}
