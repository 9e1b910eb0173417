"use client";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { LowerGrade } from "@/app/_question/lower-grade";
import { IntervalText } from "@/app/_ui/interval";
import { holdComposingEnter } from "@/lib/browser/composing";
import { forgetDraft, keepDraft, readDraft } from "@/lib/browser/draft";
import { useEarlyInput } from "@/lib/browser/early-input";
import { held, useHotkeys } from "@/lib/browser/hotkeys";
import type { Exercise, Given } from "@/lib/core/exercises/exercise";
import { toCheck } from "@/lib/core/exercises/to-check";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, NoteFace } from "@/lib/core/study/review-card";
import { inLocale, type Locale } from "@/lib/core/text";
import { ChoiceField } from "./choice-field";
import { MatchingField } from "./matching-field";
import { OrderingField } from "./ordering-field";
import { TextFields } from "./text-fields";
import { Verdict } from "./verdict";
import "./exercise.css";

interface ExerciseProps {
  /** Names the card, its state and its learner: what is typed is kept under it until it is recorded. */
  draft: string;
  face: NoteFace;
  graded: Graded | null;
  isOpen: boolean;
  onAnswer: (given: Given, locale: Locale) => void;
  onLower: (grade: Grade) => Promise<unknown>;
}

/** An answer to give before the back is shown. Whoever would rather say it to themselves just reveals the card. */
export function ExerciseCard({ draft, face, graded, isOpen, onAnswer, onLower }: ExerciseProps) {
  const t = useWords("exercise");
  const grades = useWords("parts");
  const shown = inLocale(face.sides, useLanguage());
  const exercise = shown?.value.exercise;
  const [given, setGiven] = useState<Given | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useEarlyInput(() => element.current);

  useEffect(() => {
    setGiven(givenIn(readDraft(draft)));
  }, [draft]);
  useEffect(() => {
    if (graded) forgetDraft(draft);
  }, [graded, draft]);

  const change = (next: Given) => {
    setGiven(next);
    setEmpty(false);
    keepDraft(draft, JSON.stringify(next));
  };
  const answer = (next: Given | null) => {
    if (!shown || !isOpen) return;
    setEmpty(next === null);
    if (next) onAnswer(next, shown.locale);
  };
  const pick = (id: string) => {
    change({ kind: "choice", id });
    answer({ kind: "choice", id });
  };
  useHotkeys(isOpen && exercise?.kind === "choice" ? choiceKeys(exercise, pick) : {});
  if (!exercise || !shown || exercise.kind === "reveal") return null;

  return (
    <div className="exercise" ref={element} lang={shown.locale} {...held(isOpen && given !== null)}>
      {exercise.kind === "choice" ? (
        <ChoiceField
          options={exercise.options}
          chosen={given?.kind === "choice" ? given.id : null}
          isOpen={isOpen}
          onPick={pick}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            answer(toCheck(exercise, given));
          }}
          onKeyDown={holdComposingEnter}
        >
          {exercise.kind === "matching" ? (
            <MatchingField exercise={exercise} given={given} isOpen={isOpen} onChange={change} />
          ) : exercise.kind === "ordering" ? (
            <OrderingField items={exercise.items} given={given} isOpen={isOpen} onChange={change} />
          ) : (
            <TextFields exercise={exercise} given={given} isOpen={isOpen} onChange={change} />
          )}
          {isOpen ? (
            <button type="submit" className="btn">
              {t("check")}
            </button>
          ) : null}
          <p className="empty small" role="alert">
            {isEmpty ? t(exercise.kind === "matching" ? "needPairs" : "empty") : null}
          </p>
        </form>
      )}
      <div role="status">
        {graded?.judged ? <Verdict judged={graded.judged} exercise={exercise} /> : null}
      </div>
      {graded?.judged ? (
        <p className="small muted">
          {t.rich(graded.amount === 0 ? "gradedDone" : "graded", {
            grade: () => <b>{grades(graded.grade)}</b>,
            interval: () => <IntervalText interval={graded} />,
          })}{" "}
          <LowerGrade graded={graded} onLower={onLower} />
        </p>
      ) : null}
    </div>
  );
}

const choiceKeys = ({ options }: Extract<Exercise, { kind: "choice" }>, pick: (id: string) => void) =>
  Object.fromEntries(options.map(({ id }, at) => [String(at + 1), () => pick(id)]));

/** What was kept, if it can be read. */
function givenIn(text: string | null): Given | null {
  try {
    return text === null ? null : (JSON.parse(text) as Given);
  } catch {
    return null;
  }
}
