"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { useHotkeys } from "@/lib/browser/hotkeys";
import type { QueueHead } from "@/lib/core/study/review-card";

/** Nothing left to show: the day is done, or a learning card comes back within the hour. */
export function DayEnd({ head, zone }: { head: QueueHead; zone: string }) {
  const t = useWords("review");
  const language = useLanguage();
  const router = useRouter();
  const { nextLearningAt } = head;
  useHotkeys({
    Enter: () => router.push("/today"),
    Space: () => router.push("/today"),
  });

  useEffect(() => {
    if (nextLearningAt === null) return;
    const timer = setTimeout(() => location.reload(), Math.max(0, nextLearningAt - Date.now()));
    return () => clearTimeout(timer);
  }, [nextLearningAt]);

  const clock = new Intl.DateTimeFormat(language, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  });
  return (
    <section className="day-end c" aria-live="polite">
      <h1>{nextLearningAt === null ? t("doneTitle") : t("waitTitle")}</h1>
      <p className="soft">
        {nextLearningAt === null
          ? t("doneCount", { count: head.doneCount })
          : t("waitUntil", { time: clock.format(nextLearningAt) })}
      </p>
      <a className="btn btn-primary btn-lg" href="/today">
        {t("toToday")}
        <kbd>Enter</kbd>
      </a>
    </section>
  );
}
