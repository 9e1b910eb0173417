"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { isSame } from "@/lib/core/questions/answer-values";
import { readAnswer } from "@/lib/core/questions/read-answer";
import type { FieldProps } from "./field-props";

/** One count or one real number; how many decimals are asked stands under it. */
export function NumberField({
  form,
  locale,
  text,
  isUnreadable,
  truth,
  onText,
}: FieldProps<"integer" | "number">) {
  const t = useWords("question");
  const given = readAnswer(form, text);
  const isWrong = truth !== null && given !== null && !isSame(given, truth);
  return (
    <span className="single">
      <input
        className="input"
        aria-label={form.label[locale]}
        inputMode={form.kind === "integer" ? "numeric" : "decimal"}
        autoComplete="off"
        value={text}
        readOnly={truth !== null}
        aria-invalid={isUnreadable || isWrong}
        aria-describedby="answer-problem answer-hint verdict"
        onChange={(event) => onText(event.target.value)}
      />
      <span className="small muted" id="answer-hint">
        {form.kind === "number" ? t("decimals", { decimals: form.decimals }) : form.label[locale]}
      </span>
    </span>
  );
}
