"use client";
import { useRouter } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { beginOn, landing } from "@/lib/browser/landing";
import type { QueueHead } from "@/lib/core/study/review-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { DoneCells } from "../done-cells";
import { useReturnTime } from "../use-return-time";

/** Nothing left in a set, or a card that comes back within it. */
export function SetEnd(props: { head: QueueHead; zone: string; kind: ReviewKind; isNext: boolean }) {
  const { head, zone, kind, isNext } = props;
  const t = useWords("sets");
  const router = useRouter();
  const leave = () => router.push("/today");
  useHotkeys({ Enter: leave, Space: leave });
  const time = useReturnTime(head.nextLearningAt, zone);
  const count = head.doneCount;
  return (
    <section className="day-end c">
      <h1 {...landing} ref={isNext ? beginOn : undefined}>
        {time === null ? t("doneTitle") : t("waitTitle")}
      </h1>
      <p className="soft">
        {time === null ? t(kind === "cram" ? "doneCram" : "doneCount", { count }) : t("waitUntil", { time })}
      </p>
      <DoneCells grades={head.done} />
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
