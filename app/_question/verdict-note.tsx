"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import { copula, particle } from "@/lib/core/korean";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask, Mistake } from "@/lib/core/questions/family";
import type { Locale } from "@/lib/core/text";
import type { Outcome } from "./use-question";

/** An answer as it is said: "4×4", or the names of the options. */
function spoken(truth: Truth, ask: Ask, locale: Locale): string {
  const { answer } = ask;
  switch (truth.kind) {
    case "integer":
      return truth.value.toLocaleString(locale);
    case "number":
      return String(Number(truth.value.toFixed(truth.decimals)));
    case "shape":
      return truth.sizes.join("×");
    case "choice":
    case "choices": {
      const ids = truth.kind === "choice" ? [truth.id] : truth.ids;
      const options = answer.kind === "choice" || answer.kind === "choices" ? answer.options : [];
      return options
        .filter(({ id }) => ids.includes(id))
        .map(({ text }) => text[locale])
        .join(", ");
    }
    default:
      return "";
  }
}

interface VerdictProps {
  outcome: Outcome;
  ask: Ask;
  locale: Locale;
  mistakes: readonly Mistake<unknown>[];
  params: unknown;
}

/** Wrong rules that give just this answer; for a shape, several of them are asked about and never guessed. */
function matchedMistakes({ outcome, mistakes }: VerdictProps) {
  const matched = mistakes.filter(({ slip }) => outcome.checked.slips.includes(slip));
  const isChosen = outcome.truth.kind === "choice" || outcome.truth.kind === "choices";
  return { matched, isAsked: !isChosen && matched.length > 1 };
}

/** The fact first, then what led to it. */
export function VerdictNote(props: VerdictProps) {
  const { outcome, ask, locale, params } = props;
  const t = useWords("question");
  const isRight = outcome.checked.verdict === "right";
  const given = spoken(outcome.given, ask, locale);
  const truth = spoken(outcome.truth, ask, locale);
  const { matched, isAsked } = matchedMistakes(props);
  const fact = isRight
    ? t("right", { truth, is: copula(truth) })
    : outcome.truth.kind === "choices"
      ? t("rightOnes", { truth, is: copula(truth) })
      : t("wrong", { given, truth, not: particle(given, "이가"), is: copula(truth) });
  return (
    <div className={`note res ${isRight ? "note-ok" : "note-red"}`} id="verdict" role="status">
      <Icon name={isRight ? "check" : "cross"} />
      <div>
        <b>{fact}</b>
        {isAsked ? null : matched.map((mistake) => <p key={mistake.slip}>{mistake.say(params)[locale]}</p>)}
      </div>
    </div>
  );
}

/** "Where did 3×3 come from?": the learner says which wrong rule it was, and the next variant separates it. */
export function Diagnosis(props: VerdictProps & { onSlip: (slip: string) => void }) {
  const { outcome, ask, locale, params, onSlip } = props;
  const t = useWords("question");
  const [chosen, setChosen] = useState<string | null>(null);
  const { matched, isAsked } = matchedMistakes(props);
  if (!isAsked) return null;
  const given = spoken(outcome.given, ask, locale);
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
