"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { FieldProps } from "./field-props";
import { MatrixTable } from "./matrix-table";

/** The chosen ids with one of them turned over, as the text of an answer. */
export const toggled = (chosen: string[], id: string): string =>
  (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).join(",");

/** Options with the digits that choose them. Once judged, the right ones say so. */
export function OptionFields({ form, locale, text, truth, onText }: FieldProps<"choice" | "choices">) {
  const t = useWords("question");
  const chosen = text.split(",").filter(Boolean);
  const right = truth?.kind === "choice" ? [truth.id] : truth?.kind === "choices" ? truth.ids : null;
  const isOne = form.kind === "choice";
  return (
    <fieldset className="options" aria-label={t("options")} aria-describedby="answer-problem verdict">
      {form.options.map(({ id, text: name, matrix }, at) => (
        <label className="check" key={id}>
          <input
            type={isOne ? "radio" : "checkbox"}
            name="option"
            checked={chosen.includes(id)}
            disabled={truth !== null}
            onChange={() => onText(isOne ? id : toggled(chosen, id))}
          />
          <span>
            {name[locale]}
            {matrix ? <MatrixTable rows={matrix} label={name[locale]} /> : null}
          </span>
          {right === null ? (
            <kbd aria-hidden="true">{at + 1}</kbd>
          ) : right.includes(id) ? (
            <span className="tag tag-pine">{t("rightOption")}</span>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
