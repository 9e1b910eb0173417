"use client";
import type { ClipboardEvent } from "react";
import type { FieldProps } from "./field-props";

const partsOf = (text: string, axes: number) => {
  const parts = text.split("×");
  return Array.from({ length: axes }, (_, at) => parts[at] ?? "");
};

/** One field for each size of a shape. */
export function ShapeFields({ form, locale, text, isUnreadable, truth, onText }: FieldProps<"shape">) {
  const parts = partsOf(text, form.axes.length);
  const sizes = truth?.kind === "shape" ? truth.sizes : null;
  const change = (at: number, value: string) =>
    onText(parts.map((part, index) => (index === at ? value : part)).join("×"));
  /** A whole shape pasted into one field fills them all. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text").normalize("NFKC").match(/\d+/g);
    if (pasted?.length !== form.axes.length) return;
    event.preventDefault();
    onText(pasted.join("×"));
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
        readOnly={truth !== null}
        aria-invalid={isUnreadable || (sizes !== null && Number(parts[at]?.normalize("NFKC")) !== sizes[at])}
        aria-describedby="answer-problem verdict"
        onPaste={paste}
        onChange={(event) => change(at, event.target.value)}
      />
    </span>
  ));
}
