"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Option } from "@/lib/core/exercises/exercise";

interface ChoiceProps {
  options: readonly Option[];
  chosen: string | null;
  isOpen: boolean;
  onPick: (id: string) => void;
}

/** Choosing is answering: one key or one tap. */
export function ChoiceField({ options, chosen, isOpen, onPick }: ChoiceProps) {
  const t = useWords("exercise");
  return (
    <fieldset className="choice" aria-label={t("options")}>
      {options.map(({ id, text }, at) => (
        <button
          type="button"
          className="btn"
          key={id}
          aria-pressed={chosen === id}
          aria-keyshortcuts={String(at + 1)}
          disabled={!isOpen}
          onClick={() => onPick(id)}
        >
          <span>{text}</span>
          <kbd aria-hidden="true">{at + 1}</kbd>
        </button>
      ))}
    </fieldset>
  );
}
