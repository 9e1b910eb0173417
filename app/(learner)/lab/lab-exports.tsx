"use client";
import { type RefObject, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { pictureOf } from "./picture-of";
import { saveFile } from "./save-file";

interface LabExportsProps {
  /** Name of the files, without its ending. */
  name: string;
  /** The run's numbers; null while there is no run, and no picture either. */
  csv: (() => string) | null;
  /** The part of the page that shows the run. */
  picture: RefObject<HTMLElement | null>;
  /** The state as it stands in the address; null where another part of the page offers it. */
  search: string | null;
}

/** The run as a file of numbers and as a picture, and the address of exactly this state. */
export function LabExports({ name, csv, picture, search }: LabExportsProps) {
  const t = useWords("lab");
  const [said, setSaid] = useState("");
  const savePicture = async () => {
    const file = picture.current ? await pictureOf(picture.current).catch(() => null) : null;
    if (file) saveFile(`${name}.png`, file);
    setSaid(file ? "" : t("noPicture"));
  };
  const copyLink = async () => {
    // The address itself may wait for the browser to take another change.
    const { origin, pathname } = window.location;
    const isCopied = await navigator.clipboard
      .writeText(`${origin}${pathname}?${search}`)
      .then(() => true)
      .catch(() => false);
    setSaid(t(isCopied ? "linkCopied" : "linkInBar"));
  };
  return (
    <div className="lab-exports">
      <p className="lab-row">
        {csv ? (
          <button
            type="button"
            className="btn"
            onClick={() => saveFile(`${name}.csv`, new Blob([csv()], { type: "text/csv" }))}
          >
            {t("saveCsv")}
          </button>
        ) : null}
        {csv ? (
          <button type="button" className="btn" onClick={() => void savePicture()}>
            {t("savePng")}
          </button>
        ) : null}
        {search === null ? null : (
          <button type="button" className="btn" onClick={() => void copyLink()}>
            {t("copyLink")}
          </button>
        )}
      </p>
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}
