"use client";
import { useEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Stage } from "@/app/_stage/stage";
import { Button } from "@/app/_ui/button";
import { IntervalText } from "@/app/_ui/interval";
import { SaveError } from "@/app/_ui/save-error";
import { useHotkeys } from "@/lib/browser/hotkeys";
import type { QuestionFace, ReviewCard } from "@/lib/core/study/review-card";
import type { Locale } from "@/lib/core/text";
import { AnswerForm, toggled } from "./answer-form";
import { Numbers } from "./numbers";
import { type Submit, useQuestion } from "./use-question";
import { Diagnosis, VerdictNote } from "./verdict-note";
import "./question.css";

export interface QuestionCardProps {
  card: ReviewCard & { face: QuestionFace };
  locale: Locale;
  userId: string;
  /** How long the card has been looked at, in milliseconds. */
  stopwatch: () => number;
  /** Sends the given answer; resolves with what was recorded, or with an error that leaves the answer in place. */
  submit: Submit;
  nameSlip: (slip: string) => void;
  next: () => void;
}

/** A computed question: predict, then see it run. */
export function QuestionCard({ card, locale, nameSlip, next, ...desk }: QuestionCardProps) {
  const t = useWords("question");
  const grades = useWords("parts");
  const { face } = card;
  const question = useQuestion(card, desk);
  const { form, outcome, graded, text } = question;
  const onward = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (graded) onward.current?.focus({ preventScroll: true });
  }, [graded]);

  const isAsking = outcome === null;
  const judged = outcome && {
    outcome,
    ask: face.ask,
    locale,
    mistakes: outcome.family.mistakes,
    params: face.params,
  };
  const optionKeys =
    form.kind === "choices" && isAsking
      ? Object.fromEntries(
          form.options.map(({ id }, at) => [
            String(at + 1),
            () => question.write(toggled(text.split(",").filter(Boolean), id)),
          ]),
        )
      : {};
  useHotkeys({ ...optionKeys, Enter: isAsking ? () => void question.check() : graded ? next : undefined });

  return (
    <main className="work" id="main">
      <div className="left">
        <section className="card pad q">
          <span className="tag">{t("kind")}</span>
          <h1>
            <Numbers text={face.ask.prompt[locale]} />
          </h1>
          <AnswerForm
            form={form}
            locale={locale}
            text={text}
            isUnreadable={question.isUnreadable}
            isComputing={question.isComputing}
            verdict={outcome?.checked.verdict ?? null}
            onText={question.write}
            onCheck={() => void question.check()}
          />
          {judged ? <VerdictNote {...judged} /> : null}
          <ul className="given small muted">
            {face.ask.given.map((fact) => (
              <li key={fact.en}>
                <Numbers text={fact[locale]} />
              </li>
            ))}
          </ul>
        </section>
        {judged && graded ? <Diagnosis {...judged} onSlip={nameSlip} /> : null}
        <SaveError error={question.saveError} retry={question.saveError ? question.saveAgain : null} />
        {outcome ? (
          <div className="next">
            <p className="small muted">
              {graded
                ? t.rich("graded", {
                    grade: () => <b>{grades(graded.grade)}</b>,
                    interval: () => <IntervalText interval={graded} />,
                  })
                : null}
            </p>
            <Button look="primary" size="large" hotkey="Enter" ref={onward} disabled={!graded} onClick={next}>
              {t("next")}
            </Button>
          </div>
        ) : null}
      </div>
      <Stage shown={outcome} isComputing={question.isComputing} locale={locale} ask={face.ask} />
    </main>
  );
}
