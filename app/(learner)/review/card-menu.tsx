"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { isTyped } from "@/lib/core/questions/answer-form";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { whyNow } from "@/lib/core/study/why-now";

export type CardAct = "bury" | "suspend" | "flag" | "unflag";

/** Why this card is asked now, and what may be done with it instead of answering it. */
export function CardMenu({
  card,
  isChosen,
  onAct,
  onEdit,
  onReport,
  onLanguage,
}: {
  card: ReviewCard;
  /** Asked because the learner wants to see it, whatever its day. */
  isChosen: boolean;
  onAct: (act: CardAct) => void;
  /** Opens its words to be written anew; null where the learner may not. */
  onEdit: (() => void) | null;
  onReport: () => void;
  onLanguage: () => void;
}) {
  const t = useWords("review");
  const menu = useRef<HTMLDetailsElement>(null);
  const why = whyNow(card);
  const flag = card.isFlagged ? "unflag" : "flag";
  // There it begins a number.
  const isMinusFree = card.face.kind === "note" || !isTyped(card.face.ask.answer);
  useHotkeys({
    "-": isMinusFree ? () => onAct("bury") : undefined,
    "@": () => onAct("suspend"),
    f: () => onAct(flag),
  });
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && !menu.current?.contains(event.target);
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      if (!menu.current?.open || !(isOutside || isEscape)) return;
      menu.current.open = false;
      if (isEscape) {
        event.stopPropagation();
        menu.current.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close, true);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close, true);
    };
  }, []);
  const item = (does: () => void, key: string | null, children: ReactNode) => (
    <button
      type="button"
      onClick={() => {
        menu.current?.removeAttribute("open");
        does();
      }}
      aria-keyshortcuts={key?.toLowerCase()}
    >
      {children}
      {key === null ? null : <kbd aria-hidden="true">{key}</kbd>}
    </button>
  );
  return (
    <details className="card-menu" ref={menu}>
      <summary className="btn btn-quiet btn-icon" aria-label={t("menu")}>
        <Icon name="more" />
      </summary>
      <div className="card-menu-sheet">
        <p className="small">
          {isChosen ? t("why-chosen") : t(`why-${why.kind}`, { percent: 0, days: 0, ...why })}
        </p>
        {item(() => onAct("bury"), isMinusFree ? "-" : null, t("bury"))}
        {item(() => onAct("suspend"), "@", t("suspend"))}
        {item(() => onAct(flag), "F", t(flag))}
        {onEdit ? item(onEdit, "E", t("edit")) : null}
        {item(onReport, "R", t("report"))}
        {card.face.kind === "note" ? (
          <a href={`/cards/${encodeURIComponent(card.cardId)}`}>{t("openCard")}</a>
        ) : (
          <a href={`/practice/${card.face.family}`}>{t("openPractice")}</a>
        )}
        <div className="only-narrow">{item(onLanguage, "L", t("switchLanguage"))}</div>
      </div>
    </details>
  );
}
