"use client";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { Ongoing } from "./use-run";

/** Most runs are over before this; only a longer one is worth a word. */
const patienceMs = 300;

/** A run that takes its time: how far its training is, and a button that calls it off. */
export function Running({ ongoing }: { ongoing: Ongoing }) {
  const t = useWords("question");
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const { told, stop } = ongoing;
  return (
    <span className="running">
      {told ? <progress max={told.epochs} value={told.epoch} aria-label={t("epochsOf", told)} /> : null}
      <button type="button" className="btn" onClick={stop}>
        {t("stop")}
      </button>
    </span>
  );
}
