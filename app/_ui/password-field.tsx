"use client";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Field } from "./field";

type Props = { label: ReactNode; hint?: ReactNode; error?: string | null } & Omit<
  ComponentProps<"input">,
  "id" | "type"
>;

/** A password that can be shown, so that a long one can be typed without guessing. */
export function PasswordField({ label, hint, error, ...input }: Props) {
  const t = useWords("parts");
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(tied) => (
        <div className="password">
          <input
            className="input"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...tied}
            type={isShown ? "text" : "password"}
          />
          <button type="button" aria-controls={tied.id} onClick={() => setShown(!isShown)}>
            {t(isShown ? "hidePassword" : "showPassword")}
            <span className="vh"> {label}</span>
          </button>
        </div>
      )}
    </Field>
  );
}
