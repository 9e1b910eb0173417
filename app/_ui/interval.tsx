"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Interval } from "@/lib/core/schedule/memory";
import { coarseInterval } from "./coarse-interval";

/** "10분", "13일": the digits in the numeral face, the unit in the text face. */
export function IntervalText({ interval }: { interval: Pick<Interval, "unit" | "amount"> }) {
  const t = useWords("parts");
  const { unit, count } = coarseInterval(interval);
  return <>{t.rich(unit, { count, n: (digits) => <b className="num">{digits}</b> })}</>;
}
