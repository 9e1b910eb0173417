"use client";
import { useRouter } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { beginOn, landing } from "@/lib/browser/landing";

interface TimeUpProps {
  minutes: number;
  done: number;
  left: number;
  onGoOn: () => void;
}

/** The short session that was wished for is over: leaving is the main way on, and what is left waits. */
export function TimeUp({ minutes, done, left, onGoOn }: TimeUpProps) {
  const t = useWords("review");
  const router = useRouter();
  const leave = () => router.push("/today");
  useHotkeys({ Enter: leave, Space: leave });
  return (
    <section className="day-end c">
      <h1 {...landing} ref={beginOn}>
        {t("timeUp", { minutes })}
      </h1>
      <p className="soft">{t("timeUpCount", { done, left })}</p>
      <a className="btn btn-primary btn-lg" href="/today">
        {t("toToday")}
        <kbd aria-hidden="true">Enter</kbd>
      </a>
      <Button onClick={onGoOn}>{t("goOn")}</Button>
    </section>
  );
}
