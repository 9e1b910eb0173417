"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { beginOn, landing } from "@/lib/browser/landing";

interface AwayEndProps {
  /** Answers that this browser keeps. */
  waiting: number;
  isNext: boolean;
  retry: () => Promise<unknown>;
}

/** Without a server nobody knows whether the day is done: only that the cards kept here are. */
export function AwayEnd({ waiting, isNext, retry }: AwayEndProps) {
  const t = useWords("review");
  const again = () => void retry();
  useHotkeys({ Enter: again, Space: again });
  return (
    <section className="day-end c">
      <h1 {...landing} ref={isNext ? beginOn : undefined}>
        {t("awayEnd")}
      </h1>
      <p className="soft">{t("awayEndAbout", { count: waiting })}</p>
      <Button look="primary" size="large" onClick={again} hotkey="Enter">
        {t("retry")}
      </Button>
    </section>
  );
}
