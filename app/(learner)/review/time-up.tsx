"use client";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { useHotkeys } from "@/lib/browser/hotkeys";

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
  const heading = useRef<HTMLHeadingElement>(null);
  const leave = () => router.push("/today");
  useHotkeys({ Enter: leave, Space: leave });
  // The control that had the focus is gone with its card.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="day-end c">
      <h1 ref={heading} tabIndex={-1}>
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
