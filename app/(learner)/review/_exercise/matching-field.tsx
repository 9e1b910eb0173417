"use client";
import { useId } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { Exercise, Given } from "@/lib/core/exercises/exercise";

interface MatchingProps {
  exercise: Extract<Exercise, { kind: "matching" }>;
  given: Given | null;
  isOpen: boolean;
  onChange: (given: Given) => void;
}

/** Numbered meanings, and for each term the number of its own. A meaning that is given again leaves its first term. */
export function MatchingField({ exercise: { terms, meanings }, given, isOpen, onChange }: MatchingProps) {
  const t = useWords("exercise");
  const name = useId();
  const chosen = given?.kind === "matching" ? given.meanings : {};
  const pick = (term: string, meaning: string) => {
    const others = Object.entries(chosen).filter(([, id]) => id !== meaning);
    onChange({ kind: "matching", meanings: { ...Object.fromEntries(others), [term]: meaning } });
  };
  return (
    <div className="matching">
      <ol aria-label={t("meanings")}>
        {meanings.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      {terms.map((term) => (
        <fieldset key={term.id}>
          <legend>{term.text}</legend>
          {meanings.map((meaning, at) => (
            <label key={meaning.id}>
              <input
                type="radio"
                name={`${name} ${term.id}`}
                checked={chosen[term.id] === meaning.id}
                aria-label={t("meaning", { at: at + 1, text: meaning.text })}
                disabled={!isOpen}
                onChange={() => pick(term.id, meaning.id)}
              />
              <span aria-hidden="true">{at + 1}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
