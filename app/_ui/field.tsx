import { type ComponentProps, type ReactNode, useId } from "react";
import { Icon } from "./icon";

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; null while nothing is. */
  error?: string | null;
}

/** What ties a control to its label, hint and error. */
export interface Tied {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** Label above, hint below, and the error as a sentence that the control names as its description. */
export function Field({ label, hint, error, children }: Around & { children: (tied: Tied) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(error && { "aria-invalid": true as const }),
      })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, ...input }: Around & Omit<ComponentProps<"input">, "id">) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(tied) => <input className="input" {...input} {...tied} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  ...select
}: Around & Omit<ComponentProps<"select">, "id">) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(tied) => <select className="input" {...select} {...tied} />}
    </Field>
  );
}
