"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { particle } from "@/lib/core/korean";
import type { Locale } from "@/lib/core/text";
import { spoken } from "./spoken";
import type { Asked, Outcome } from "./use-computed";

interface DiagnosisProps {
  outcome: Outcome;
  asked: Asked;
  locale: Locale;
  onSlip: (slip: string) => void;
}

/** Wrong rules that give just this answer; of what was typed, several are asked about and never guessed. */
export function matchedMistakes({ family, truth, checked }: Outcome) {
  const matched = family.mistakes.filter(({ slip }) => checked.slips.includes(slip));
  const isChosen = truth.kind === "choice" || truth.kind === "choices";
  return { matched, isAsked: !isChosen && matched.length > 1 };
}

/** "Where did 3×3 come from?": the learner says which wrong rule it was, and the next variant separates it. */
export function Diagnosis({ outcome, asked, locale, onSlip }: DiagnosisProps) {
  const t = useWords("question");
  const [chosen, setChosen] = useState<string | null>(null);
  const { matched, isAsked } = matchedMistakes(outcome);
  if (!isAsked) return null;
  const { params } = asked;
  const given = spoken(outcome.given, asked.ask, locale) || t("thisAnswer");
  const own = matched.find(({ slip }) => slip === chosen);
  return (
    <section className="card pad diag" aria-labelledby="diagnosis">
      <h2 id="diagnosis">{t("whence", { given, from: particle(given, "이가") })}</h2>
      <p className="small soft">{t("whenceAbout", { count: matched.length })}</p>
      <div className="mis" role="radiogroup" aria-labelledby="diagnosis">
        {matched.map(({ slip, name, work }) => (
          <label key={slip}>
            <input
              type="radio"
              name="slip"
              checked={chosen === slip}
              onChange={() => {
                setChosen(slip);
                onSlip(slip);
              }}
            />
            <b>{name[locale]}</b>
            <span className="num">{work?.(params)}</span>
          </label>
        ))}
      </div>
      <p className="small" role="status">
        {own ? own.say(params)[locale] : null}
      </p>
    </section>
  );
}
