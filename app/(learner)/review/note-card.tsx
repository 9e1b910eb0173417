"use client";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { MathsText } from "@/app/_ui/maths-text";
import { beginOn, landing } from "@/lib/browser/landing";
import { questionOf } from "@/lib/core/exercises/odd-one";
import type { NoteFace, NoteSide, ReviewCard } from "@/lib/core/study/review-card";
import { inLocale, type Locale } from "@/lib/core/text";

/** Long fronts are questions and are set smaller than terms. */
const sizeOf = (front: string) => (front.length <= 16 ? "term" : front.length <= 44 ? "line" : "sentence");

/** A note card: the front stays where it is when the back is revealed. */
export function NoteCard({
  card,
  face,
  isRevealed,
  isNext,
  answer,
}: {
  card: ReviewCard;
  face: NoteFace;
  isRevealed: boolean;
  /** It came after another card: what had the focus is gone. */
  isNext: boolean;
  /** The exercise on this card, and what became of it. */
  answer: ReactNode;
}) {
  const t = useWords("review");
  const shown = inLocale(face.sides, useLanguage());
  if (!shown) throw new Error("NoteCard: a card without words in any language");
  const { locale, value: side } = shown;
  const front = side.exercise?.kind === "choice" ? questionOf(side.front) : side.front;
  return (
    <article className="fcard c">
      <div className="fc-top">
        <span lang={locale}>{side.path.join(" › ")}</span>
        <span className="tag">{t(`rule${face.rule}`)}</span>
      </div>
      <div className="fc-q">
        <h1
          className={`front-${sizeOf(front)}`}
          lang={locale}
          {...landing}
          ref={isNext ? beginOn : undefined}
        >
          <MathsText text={front} maths={side.maths} />
        </h1>
        {isRevealed || side.exercise ? null : <p>{t("think")}</p>}
      </div>
      {side.exercise ? answer : null}
      {isRevealed ? <NoteBack card={card} face={face} side={side} locale={locale} /> : null}
    </article>
  );
}

interface BackProps {
  card: ReviewCard;
  face: NoteFace;
  side: NoteSide;
  locale: Locale;
}

function NoteBack({ card, face, side, locale }: BackProps) {
  const t = useWords("review");
  const language = useLanguage();
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>;
  return (
    <>
      <div className="fc-a">
        <span className="fc-label">{face.correction?.kind === "err" ? t("corrected") : t("answer")}</span>
        <p lang={locale}>
          <MathsText text={side.back} maths={side.maths} />
        </p>
        {face.images?.map(({ src, alt }) => (
          // biome-ignore lint/performance/noImgElement: any size, straight from the database, nothing to optimise ahead
          <img key={src} className="fc-picture" src={src} alt={alt} loading="lazy" />
        ))}
        {face.correction ? (
          <details className="correction">
            <summary>
              <span className="tag tag-red">{t("correction", { id: face.correction.id })}</span>
              <span className="small">{t("correctionAbout")}</span>
            </summary>
            <p>{face.correction.text[language]}</p>
            <p className="small muted">
              {t("asWritten")}{" "}
              <q lang={locale}>
                {side.source.text
                  .filter(({ isCited }) => isCited)
                  .map(({ text }) => text.trim().replace(/^[-*]\s+/, ""))
                  .join(" ")}
              </q>
            </p>
          </details>
        ) : null}
      </div>
      <p className="fc-foot">
        {card.memory ? (
          <>
            <span>
              {t("recall")} <b>{Math.round(card.memory.recall * 100)}%</b>
            </span>
            <span>
              {t.rich("stability", {
                days: roundTenth(card.memory.stability),
                b: bold,
              })}
            </span>
            <span>
              {t.rich("difficulty", {
                value: roundTenth(card.memory.difficulty),
                b: bold,
              })}
            </span>
            <span>{t.rich("seen", { count: card.memory.reps, b: bold })}</span>
          </>
        ) : (
          <span>{t("firstTime")}</span>
        )}
      </p>
    </>
  );
}

const roundTenth = (value: number) => Math.round(value * 10) / 10;
