import type { Truth } from "@/lib/core/questions/answer-form";
import { shown } from "@/lib/core/questions/descents";
import type { Ask } from "@/lib/core/questions/family";
import type { Locale } from "@/lib/core/text";

/** An answer as it is said in a sentence: "4×4", "100,480", the names of the options; empty for whole maps and tables. */
export function spoken(truth: Truth, { answer }: Ask, locale: Locale): string {
  switch (truth.kind) {
    case "integer":
      return truth.value.toLocaleString(locale, { maximumFractionDigits: 6 }).replace("-", "−");
    case "number":
      return rounded(truth.value, Math.max(truth.decimals, 4));
    case "shape":
      return truth.sizes.join("×");
    case "choice":
    case "choices": {
      const ids = truth.kind === "choice" ? [truth.id] : truth.ids;
      const options = answer.kind === "choice" || answer.kind === "choices" ? answer.options : [];
      return options
        .filter(({ id }) => ids.includes(id))
        .map(({ text }) => text[locale])
        .join(", ");
    }
    default:
      return "";
  }
}

/** To so many places, and never to fewer than three digits: 2e-9 is not 0. */
function rounded(value: number, places: number): string {
  const isSmall = Math.abs(value) < 10 ** (2 - places);
  return shown(isSmall ? Number(value.toPrecision(3)) : Number(value.toFixed(places)), 15);
}
