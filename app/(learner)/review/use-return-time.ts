"use client";
import { useEffect } from "react";
import { useLanguage } from "@/app/_i18n/words-provider";

/** The time on the clock at which a card comes back, when the page opens anew; null when none does. */
export function useReturnTime(at: number | null, zone: string): string | null {
  const language = useLanguage();
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => location.reload(), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  const clock = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: zone });
  return at === null ? null : clock.format(at);
}
