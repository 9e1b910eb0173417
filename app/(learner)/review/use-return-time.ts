"use client";
import { useLanguage } from "@/app/_i18n/words-provider";

/** The time on the learner's clock at which a card comes back; null when none does. */
export function useReturnTime(at: number | null, zone: string): string | null {
  const language = useLanguage();
  const clock = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: zone });
  return at === null ? null : clock.format(at);
}
