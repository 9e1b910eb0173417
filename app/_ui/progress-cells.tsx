"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Grade } from "@/lib/core/schedule/memory";
import { progressWindow } from "./progress-window";

interface ProgressCellsProps {
  /** The last grades, oldest first, of `doneCount` in all. */
  done: readonly Grade[];
  doneCount: number;
  /** Of all of them. */
  againCount: number;
  remaining: number;
}

/** One cell per card: passed, again, the one you are on, still to come; past 24 cards a window around here. */
export function ProgressCells({ done, doneCount, againCount, remaining }: ProgressCellsProps) {
  const t = useWords("parts");
  const total = doneCount + remaining;
  const now = Math.min(doneCount + 1, total);
  const label =
    remaining === 0
      ? t("progressDone", { total, again: againCount })
      : t("progress", { total, now, again: againCount, passed: doneCount - againCount });
  return (
    <div className="prog">
      <div role="img" aria-label={label}>
        {progressWindow({ done, doneCount, remaining }).map((cell) => (
          <i key={cell.position} className={cell.state} />
        ))}
      </div>
      <span className="num small soft" aria-hidden="true">
        {now}/{total}
      </span>
    </div>
  );
}
