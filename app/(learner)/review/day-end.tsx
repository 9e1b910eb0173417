"use client";
import { useRouter } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { beginOn, landing } from "@/lib/browser/landing";
import type { QueueHead } from "@/lib/core/study/review-card";
import { DoneCells } from "./done-cells";
import { useReturnTime } from "./use-return-time";

/** Nothing left to show: the day is done, or a learning card comes back within the hour. */
export function DayEnd({ head, zone, isNext }: { head: QueueHead; zone: string; isNext: boolean }) {
  const t = useWords("review");
  const router = useRouter();
  const { nextLearningAt } = head;
  useHotkeys({
    Enter: () => router.push("/today"),
    Space: () => router.push("/today"),
  });

  const time = useReturnTime(nextLearningAt, zone);
  return (
    <section className="day-end c">
      <h1 {...landing} ref={isNext ? beginOn : undefined}>
        {time === null ? t("doneTitle") : t("waitTitle")}
      </h1>
      <p className="soft">
        {time === null ? t("doneCount", { count: head.doneCount }) : t("waitUntil", { time })}
      </p>
      <DoneCells grades={head.done} />
      <a className="btn btn-primary btn-lg" href="/today">
        {t("toToday")}
        <kbd aria-hidden="true">Enter</kbd>
      </a>
    </section>
  );
}
