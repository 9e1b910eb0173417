"use client";
import type { ClipboardEvent, FormEvent } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { holdComposingEnter } from "@/lib/browser/composing";
import type { AnswerForm as Form } from "@/lib/core/questions/answer-form";
import type { Verdict } from "@/lib/core/questions/family";
import type { Locale } from "@/lib/core/text";

interface AnswerFormProps {
  form: Form;
  locale: Locale;
  /** What is typed so far: sizes joined by ×, or chosen ids joined by commas. */
  text: string;
  isUnreadable: boolean;
  isComputing: boolean;
  /** Set once the answer is judged: the fields keep what was given. */
  verdict: Verdict | null;
  onText: (text: string) => void;
  onCheck: () => void;
}

export function AnswerForm(props: AnswerFormProps) {
  const { form, isComputing, verdict, isUnreadable } = props;
  const t = useWords("question");
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onCheck();
  };
  return (
    <form onSubmit={send} onKeyDown={holdComposingEnter} noValidate>
      <div className={form.kind === "shape" ? "ans" : "picks"}>
        {form.kind === "shape" ? (
          <ShapeFields {...props} form={form} />
        ) : form.kind === "choices" ? (
          <Options {...props} form={form} />
        ) : null}
        {verdict === null ? (
          <Button type="submit" look="primary" size="large" hotkey="Enter" disabled={isComputing}>
            {isComputing ? t("computing") : t("check")}
          </Button>
        ) : null}
      </div>
      <p className="unreadable small" id="answer-problem" role="alert">
        {isUnreadable
          ? form.kind === "shape"
            ? t("needShape", { example: exampleOf(form.axes.length) })
            : t("needChoice")
          : null}
      </p>
    </form>
  );
}

const exampleOf = (axes: number) => Array.from({ length: axes }, () => "5").join("×");
const partsOf = (text: string, axes: number) => {
  const parts = text.split("×");
  return Array.from({ length: axes }, (_, at) => parts[at] ?? "");
};

function ShapeFields({
  form,
  locale,
  text,
  isUnreadable,
  verdict,
  onText,
}: AnswerFormProps & { form: Extract<Form, { kind: "shape" }> }) {
  const parts = partsOf(text, form.axes.length);
  const change = (at: number, value: string) =>
    onText(parts.map((part, index) => (index === at ? value : part)).join("×"));
  /** A whole shape pasted or typed into one field fills them all. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const sizes = event.clipboardData.getData("text").normalize("NFKC").match(/\d+/g);
    if (sizes?.length !== form.axes.length) return;
    event.preventDefault();
    onText(sizes.join("×"));
  };
  return form.axes.map((axis, at) => (
    <span className="axis" key={axis.en}>
      {at > 0 ? (
        <span className="num muted" aria-hidden="true">
          ×
        </span>
      ) : null}
      <input
        className="input"
        aria-label={axis[locale]}
        inputMode="numeric"
        autoComplete="off"
        value={parts[at]}
        readOnly={verdict !== null}
        aria-invalid={isUnreadable || verdict === "wrong"}
        aria-describedby="answer-problem verdict"
        onPaste={paste}
        onChange={(event) => change(at, event.target.value)}
      />
    </span>
  ));
}

function Options({
  form,
  locale,
  text,
  verdict,
  onText,
}: AnswerFormProps & { form: Extract<Form, { kind: "choices" }> }) {
  const t = useWords("question");
  const chosen = text.split(",").filter(Boolean);
  return (
    <fieldset className="options" aria-label={t("options")} aria-describedby="answer-problem verdict">
      {form.options.map(({ id, text: name }, at) => (
        <label className="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={verdict !== null}
            onChange={() => onText(toggled(chosen, id))}
          />
          <span>{name[locale]}</span>
          <kbd aria-hidden="true">{at + 1}</kbd>
        </label>
      ))}
    </fieldset>
  );
}

/** The chosen ids with one of them turned over, as the text of an answer. */
export const toggled = (chosen: string[], id: string): string =>
  (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).join(",");
