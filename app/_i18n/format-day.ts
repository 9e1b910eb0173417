/** How a calendar day is written: 10월 16일 금 / Fri 16 Oct, and in full 10월 16일 금요일 / Friday, 16 October. */
import type { Locale } from "@/lib/core/text";

/** To make a format takes longer than to use it a hundred times. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: Locale, zone: string, width: "short" | "long"): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${width}`;
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === "ko" ? "ko-KR" : "en-US", {
    timeZone: zone,
    weekday: width,
    month: locale === "ko" ? "numeric" : width,
    day: "numeric",
  });
  made.set(key, format);
  return format;
}

const partsOf = (at: number, locale: Locale, zone: string, width: "short" | "long") => {
  const format = formatFor(locale, zone, width);
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  return { weekday: parts.get("weekday"), month: parts.get("month"), day: parts.get("day") };
};

/** The day of an instant in a zone. */
export function formatDay(
  at: number,
  locale: Locale,
  zone: string,
  width: "short" | "long" = "short",
): string {
  const { weekday, month, day } = partsOf(at, locale, zone, width);
  if (locale === "ko") return `${month?.replace(/\D/g, "")}월 ${day}일 ${weekday}`;
  return width === "long" ? `${weekday}, ${day} ${month}` : `${weekday} ${day} ${month}`;
}

/** Two lines of a chart's axis: 수 · 14, We · 14. */
export function formatTick(at: number, locale: Locale, zone: string): { weekday: string; day: string } {
  const { weekday = "", day = "" } = partsOf(at, locale, zone, "short");
  return { weekday: locale === "ko" ? weekday : weekday.slice(0, 2), day };
}

/** A time of day: 21:05. */
export const formatTime = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
