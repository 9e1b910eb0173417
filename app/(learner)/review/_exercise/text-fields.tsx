"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Exercise, Given } from "@/lib/core/exercises/exercise";

interface TextProps {
  exercise: Extract<Exercise, { kind: "typed" | "list" }>;
  given: Given | null;
  isOpen: boolean;
  onChange: (given: Given) => void;
}

/** One field for a term, one for each blank of a sentence, or one for each member of a list. */
export function TextFields({ exercise, given, isOpen, onChange }: TextProps) {
  const t = useWords("exercise");
  const { kind } = exercise;
  const count = kind === "list" ? exercise.count : Math.max(1, (exercise.blanks?.length ?? 0) - 1);
  const texts = given?.kind === kind ? given.texts : [];
  const fields = Array.from({ length: count }, (_, at) => texts[at] ?? "");
  const change = (at: number, text: string) =>
    onChange({ kind, texts: fields.map((each, index) => (index === at ? text : each)) });
  return (
    <div className="texts">
      {fields.map((text, at) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one answer are its places
          key={at}
          className="input"
          aria-label={count > 1 ? t("field", { at: at + 1, count }) : t("answer")}
          placeholder={t("answer")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          readOnly={!isOpen}
          value={text}
          onChange={(event) => change(at, event.target.value)}
        />
      ))}
    </div>
  );
}
