"use client";
import { useRouter } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { useHotkeys } from "@/lib/browser/hotkeys";
import type { QueueHead } from "@/lib/core/study/review-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { useReturnTime } from "../use-return-time";

/** Nothing left in a set, or a card that comes back within it. */
export function SetEnd({ head, zone, kind }: { head: QueueHead; zone: string; kind: ReviewKind }) {
  const t = useWords("sets");
  const router = useRouter();
  const leave = () => router.push("/today");
  useHotkeys({ Enter: leave, Space: leave });
  const time = useReturnTime(head.nextLearningAt, zone);
  const count = head.doneCount;
  return (
    <section className="day-end c" aria-live="polite">
      <h1>{time === null ? t("doneTitle") : t("waitTitle")}</h1>
      <p className="soft">
        {time === null ? t(kind === "cram" ? "doneCram" : "doneCount", { count }) : t("waitUntil", { time })}
      </p>
      <a className="btn btn-primary btn-lg" href="/today">
        {t("toToday")}
        <kbd aria-hidden="true">Enter</kbd>
      </a>
      <a className="btn" href="/cards">
        {t("toCards")}
      </a>
    </section>
  );
}
