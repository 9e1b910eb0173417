"use client";
import type { ReactNode } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Stage } from "@/app/_stage/stage";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { beginOn, landing } from "@/lib/browser/landing";
import type { Locale } from "@/lib/core/text";
import { AnswerForm } from "./answer-form";
import { toggled } from "./fields/option-fields";
import { Figures } from "./figures";
import { Hint } from "./hint";
import { Numbers } from "./numbers";
import type { Asked, Computed } from "./use-computed";
import { VerdictNote } from "./verdict-note";
import "./question.css";
import "./fields/fields.css";

interface QuestionDeskProps {
  asked: Asked;
  question: Computed;
  locale: Locale;
  /** What Enter does once the answer is judged. */
  next: (() => void) | undefined;
  /** What opening the hint does to the grade, where there is one. */
  hintAbout?: string;
  /** It came after another card: what had the focus is gone. */
  isNext?: boolean;
  /** Below the question: diagnosis, what was saved, the way on. */
  children: ReactNode;
}

/** A computed question on the left, its run on the right: predict, then see it computed. */
export function QuestionDesk(props: QuestionDeskProps) {
  const { asked, question, locale, next, hintAbout, isNext = false, children } = props;
  const t = useWords("question");
  const { ask } = asked;
  const { form, outcome, text } = question;
  const isAsking = outcome === null;
  useHotkeys({
    ...(isAsking ? optionKeys(question) : {}),
    h: isAsking ? () => void question.openHint() : undefined,
    Enter: isAsking ? () => void question.check() : next,
  });
  return (
    <div className="work">
      <div className="left">
        <section className="card pad q">
          <span className="tag">{t("kind")}</span>
          <h1 {...landing} ref={isNext ? beginOn : undefined}>
            <Numbers text={ask.prompt[locale]} />
          </h1>
          <Figures figures={ask.figures} locale={locale} />
          <AnswerForm
            form={form}
            locale={locale}
            text={text}
            isUnreadable={question.isUnreadable}
            isComputing={question.isComputing}
            truth={outcome?.truth ?? null}
            onText={question.write}
            onCheck={() => void question.check()}
          />
          {isAsking ? <Hint question={question} locale={locale} about={hintAbout} /> : null}
          <div role="status">
            {outcome ? <VerdictNote outcome={outcome} asked={asked} locale={locale} /> : null}
          </div>
          <ul className="given small muted">
            {ask.given.map((fact) => (
              <li key={fact.en}>
                <Numbers text={fact[locale]} />
              </li>
            ))}
          </ul>
        </section>
        {children}
      </div>
      <Stage
        shown={outcome}
        isComputing={question.isComputing}
        ongoing={question.ongoing}
        locale={locale}
        ask={ask}
      />
    </div>
  );
}

/** The digits choose options: one of them, or one more. */
function optionKeys({ form, text, write }: Computed): Record<string, () => void> {
  if (form.kind !== "choice" && form.kind !== "choices") return {};
  return Object.fromEntries(
    form.options.map(({ id }, at) => [
      String(at + 1),
      () => write(form.kind === "choice" ? id : toggled(text.split(",").filter(Boolean), id)),
    ]),
  );
}
