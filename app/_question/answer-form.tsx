"use client";
import { type FormEvent, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { holdComposingEnter } from "@/lib/browser/composing";
import { useEarlyInput } from "@/lib/browser/early-input";
import { type AnswerForm as Form, isTyped } from "@/lib/core/questions/answer-form";
import { CellPicker } from "./fields/cell-picker";
import type { FieldProps } from "./fields/field-props";
import { GridFields } from "./fields/grid-fields";
import { NumberField } from "./fields/number-field";
import { OptionFields } from "./fields/option-fields";
import { ShapeFields } from "./fields/shape-fields";
import { TableFields } from "./fields/table-fields";
import { useTypedAtOnce } from "./use-typed-at-once";

type AnswerFormProps = Omit<FieldProps<Form["kind"]>, "form"> & {
  form: Form;
  isComputing: boolean;
  onCheck: () => void;
};

/** The fields for one answer and the button that has it judged. A number typed anywhere begins the first empty field. */
export function AnswerForm({ isComputing, onCheck, ...field }: AnswerFormProps) {
  const t = useWords("question");
  const { form, truth, isUnreadable } = field;
  const element = useRef<HTMLFormElement>(null);
  useEarlyInput(() => element.current);
  useTypedAtOnce(() => element.current, truth === null && isTyped(form));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCheck();
  };
  const isInline = form.kind === "shape" || form.kind === "integer" || form.kind === "number";
  return (
    <form ref={element} onSubmit={send} onKeyDown={holdComposingEnter} noValidate>
      <div className={isInline ? "ans" : "picks"}>
        <Fields {...field} />
        {truth === null ? (
          <Button type="submit" look="primary" size="large" hotkey="Enter" disabled={isComputing}>
            {isComputing ? t("computing") : t("check")}
          </Button>
        ) : null}
      </div>
      <p className="unreadable small" id="answer-problem" role="alert">
        {isUnreadable ? <Problem form={form} /> : null}
      </p>
    </form>
  );
}

function Fields({ form, ...props }: Omit<AnswerFormProps, "isComputing" | "onCheck">) {
  switch (form.kind) {
    case "integer":
    case "number":
      return <NumberField form={form} {...props} />;
    case "shape":
      return <ShapeFields form={form} {...props} />;
    case "grid":
      return <GridFields form={form} {...props} />;
    case "cells":
      return <CellPicker form={form} {...props} />;
    case "table":
      return <TableFields form={form} {...props} />;
    case "choice":
    case "choices":
      return <OptionFields form={form} {...props} />;
  }
}

/** What was expected, when the answer could not be read. */
function Problem({ form }: { form: Form }) {
  const t = useWords("question");
  switch (form.kind) {
    case "integer":
      return t("needInteger");
    case "number":
      return t("needNumber");
    case "shape":
      return t("needShape", { example: form.axes.map(() => "5").join("×") });
    case "grid":
      return t("needGrid");
    case "cells":
      return t("needCells");
    case "table":
      return t("needTable");
    case "choice":
      return t("needOne");
    case "choices":
      return t("needChoice");
  }
}
