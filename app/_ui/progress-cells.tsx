"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Grade } from "@/lib/core/schedule/memory";
import { progressWindow } from "./progress-window";

/** One cell per card: passed, again, the one you are on, still to come; past 24 cards a window around here. */
export function ProgressCells(props: { done: readonly Grade[]; doneCount: number; remaining: number }) {
  const { done, doneCount, remaining } = props;
  const t = useWords("parts");
  const total = doneCount + remaining;
  const now = Math.min(doneCount + 1, total);
  const again = done.filter((grade) => grade === "again").length;
  const label =
    remaining === 0
      ? t("progressDone", { total, again })
      : t("progress", { total, now, again, passed: doneCount - again });
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
