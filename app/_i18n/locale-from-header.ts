import type { Locale } from "@/lib/core/text";

/** The first language of Accept-Language, by weight, that Epoch speaks; English when it speaks none of them. */
export function localeFromHeader(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...rest] = entry.trim().toLowerCase().split(";");
      const weight = Number(
        rest
          .find((part) => part.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split("-")[0], weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (language === "ko" || language === "en") return language;
  return "en";
}
