import { dayMs, type StudyDay } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import { formatDay } from "./format-day";

/** A study day is a civil day already: no zone may move it. */
export const dayName = (day: StudyDay, locale: Locale): string => formatDay(day * dayMs, locale, "UTC");
