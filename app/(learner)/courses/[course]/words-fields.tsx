"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Field } from "@/app/_ui/field";
import type { Words } from "@/lib/core/notes/stored-course";

/** Front and back of a card to write. */
export function WordsFields({
  words: { front, back },
  error,
  place = "",
}: {
  words: Words;
  error: string | null;
  /** Told apart where a form holds the words of two cards. */
  place?: "" | "2";
}) {
  const t = useWords("courses");
  return (
    <>
      <Field label={t("front")} error={error}>
        {(tied) => (
          <textarea
            {...tied}
            className="input"
            name={`front${place}`}
            rows={2}
            defaultValue={front}
            maxLength={5000}
          />
        )}
      </Field>
      <Field label={t("back")}>
        {(tied) => (
          <textarea
            {...tied}
            className="input"
            name={`back${place}`}
            rows={3}
            defaultValue={back}
            maxLength={5000}
          />
        )}
      </Field>
    </>
  );
}
