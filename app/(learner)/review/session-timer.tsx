"use client";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { sinceStart } from "./since-start";

/** How long this session has lasted. It moves nothing, says nothing aloud and asks for nothing. */
export function SessionTimer() {
  const t = useWords("review");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - start) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, []);
  const { clock, minutesUp } = sinceStart(seconds);
  return (
    <span className="timer small muted" role="timer" aria-label={t("timer")}>
      <span className="num">{clock}</span>
      {minutesUp === null ? null : <span className="only-wide">{t("timerUp", { minutes: minutesUp })}</span>}
    </span>
  );
}
