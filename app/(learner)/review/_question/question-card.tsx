"use client";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Diagnosis } from "@/app/_question/diagnosis";
import { LowerGrade } from "@/app/_question/lower-grade";
import { QuestionDesk } from "@/app/_question/question-desk";
import { type Outcome, useComputed } from "@/app/_question/use-computed";
import { Button } from "@/app/_ui/button";
import { IntervalText } from "@/app/_ui/interval";
import { SaveError } from "@/app/_ui/save-error";
import { held } from "@/lib/browser/hotkeys";
import { landOn } from "@/lib/browser/landing";
import type { Verdict } from "@/lib/core/questions/family";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, QuestionFace, ReviewCard } from "@/lib/core/study/review-card";
import type { SessionError } from "@/lib/core/study/session";
import type { Locale } from "@/lib/core/text";

export type Submitted = { ok: true; graded: Graded } | { ok: false; kind: string; message: string };
export interface Given {
  given: string;
  browserVerdict: Verdict | null;
  /** Until Check was pressed: the computation is not the learner's time. */
  takenMs: number;
  isHinted: boolean;
}

export interface QuestionCardProps {
  card: ReviewCard & { face: QuestionFace };
  /** It came after another card. */
  isNext: boolean;
  locale: Locale;
  /** Names the card, its state and its learner: what is typed is kept under it until it is recorded. */
  draft: string;
  /** How long the card has been looked at, in milliseconds. */
  stopwatch: () => number;
  /** Sends the given answer; resolves with what was recorded, or with an error that leaves the answer in place. */
  submit: (given: Given) => Promise<Submitted>;
  /** What the learner has to read, whichever card it is about. */
  notice: ReactNode;
  /** Why something other than this answer could not be done, or this card came in place of another. */
  hindrance: SessionError | null;
  nameSlip: (slip: string) => void;
  /** Lowers the grade just given; what was recorded then, or null. */
  lower: (grade: Grade) => Promise<Graded | null>;
  next: () => void;
}

/** A computed question of the day's review: its verdict becomes a grade. */
export function QuestionCard({
  card,
  isNext,
  locale,
  draft,
  stopwatch,
  submit,
  notice,
  hindrance,
  nameSlip,
  lower,
  next,
}: QuestionCardProps) {
  const t = useWords("question");
  const grades = useWords("parts");
  const { face } = card;
  const [saved, setSaved] = useState<Submitted | null>(null);
  const onward = useRef<HTMLButtonElement>(null);

  /** Records the answer; a retry sends the very same, so that it counts once. */
  const save = async ({ text, run, checked, takenMs }: Outcome) => {
    setSaved(null);
    const browserVerdict = run.engine === "tfjs" ? checked.verdict : null;
    const reply = await submit({ given: text, browserVerdict, takenMs, isHinted: question.hint !== null });
    setSaved(reply);
    if (reply.ok) question.forget();
  };
  const question = useComputed(face, { draft, stopwatch, onJudged: (outcome) => void save(outcome) });
  const { outcome, failure } = question;
  const graded = saved?.ok ? saved.graded : null;
  const error = failure ?? (saved && !saved.ok ? saved : null);

  useLayoutEffect(() => {
    if (graded) landOn(onward.current);
  }, [graded]);

  return (
    <main id="main" {...held(question.isComputing || question.text !== "")}>
      <QuestionDesk
        asked={face}
        question={question}
        locale={locale}
        isNext={isNext}
        next={graded ? next : undefined}
        hintAbout={t("hintLowers")}
      >
        {outcome && graded ? (
          <Diagnosis outcome={outcome} asked={face} locale={locale} onSlip={nameSlip} />
        ) : null}
        {notice}
        <SaveError error={error ?? hindrance} retry={outcome && error ? () => save(outcome) : null} />
        {graded ? (
          <p className="small muted">
            {graded.isLeech ? `${t("leech")} ` : null}
            <LowerGrade
              graded={graded}
              onLower={async (grade) => {
                const lowered = await lower(grade);
                if (lowered) setSaved({ ok: true, graded: lowered });
              }}
            />
          </p>
        ) : null}
        {outcome ? (
          <div className="next">
            <p className="small muted">
              {graded
                ? t.rich(graded.amount === 0 ? "gradedDone" : "graded", {
                    grade: () => <b>{grades(graded.grade)}</b>,
                    interval: () => <IntervalText interval={graded} />,
                  })
                : null}
            </p>
            <Button
              look="primary"
              size="large"
              hotkey="Enter"
              ref={onward}
              aria-describedby="verdict"
              data-landing={graded ? "" : undefined}
              disabled={!graded}
              onClick={next}
            >
              {t("next")}
            </Button>
          </div>
        ) : null}
      </QuestionDesk>
    </main>
  );
}
