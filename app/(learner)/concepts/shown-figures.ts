import { formatDay } from "@/app/_i18n/format-day";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { isWeak, type Mastery, percentOf } from "@/lib/core/study/mastery";
import { type Calendar, studyDayOf } from "@/lib/core/study-day";

export interface ShownFigures {
  mastery: string;
  recall: string;
  cards: string;
  next: string;
  isWeak: boolean;
}

/** The figures of a concept in words: map, list and panel say the same because they all ask here. */
export async function figuresIn(
  calendar: Calendar,
  now: number,
): Promise<(figures: Mastery) => ShownFigures> {
  const [locale, t] = await Promise.all([getLocale(), getWords("concepts")]);
  const today = studyDayOf(now, calendar);
  const dayOf = (at: number) =>
    studyDayOf(at, calendar) <= today ? t("today") : formatDay(at, locale, calendar.zone);
  return (figures) => ({
    mastery: `${percentOf(figures.mastery)}%`,
    recall: figures.recall === null ? "–" : `${percentOf(figures.recall)}%`,
    cards: `${figures.seen}/${figures.cards}`,
    next: figures.nextAt === null ? "–" : dayOf(figures.nextAt),
    isWeak: isWeak(figures),
  });
}
