"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { RaceLane } from "@/lib/core/compute/race-program";
import { type RaceLab, writeRaceLab } from "@/lib/core/lab/race-lab";
import { numbersOfRace } from "@/lib/core/lab/race-outcome";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import { pictureOf, saveFile } from "../save-file";

/** The run as a file of numbers, the map as a picture, and the address of exactly this state. */
export function RaceExports({ lab, lanes }: { lab: RaceLab; lanes: RaceLane[] }) {
  const t = useWords("lab");
  const [said, setSaid] = useState("");
  const numbers = () => {
    const { names, rows } = numbersOfRace(lab, lanes);
    saveFile("epoch-race.csv", new Blob([rowsAsCsv(names, rows)], { type: "text/csv" }));
  };
  const picture = async () => {
    const map = document.querySelector<SVGSVGElement>(".race-picture svg");
    const file = map ? await pictureOf(map) : null;
    if (file) saveFile("epoch-race.png", file);
    else setSaid(t("noPicture"));
  };
  const link = async () => {
    // The address itself may wait for the browser to take another change.
    const { origin, pathname } = window.location;
    const isCopied = await navigator.clipboard
      .writeText(`${origin}${pathname}?${writeRaceLab(lab)}`)
      .then(() => true)
      .catch(() => false);
    setSaid(t(isCopied ? "linkCopied" : "linkInBar"));
  };
  return (
    <div>
      <p className="lab-row">
        <button type="button" className="btn" onClick={numbers}>
          {t("saveCsv")}
        </button>
        <button type="button" className="btn" onClick={() => void picture()}>
          {t("savePng")}
        </button>
        <button type="button" className="btn" onClick={() => void link()}>
          {t("copyLink")}
        </button>
      </p>
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}
