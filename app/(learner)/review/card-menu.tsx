"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import { useHotkeys } from "@/lib/browser/hotkeys";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { whyNow } from "@/lib/core/study/why-now";

export type CardAct = "bury" | "suspend" | "flag" | "unflag";

/** Why this card is asked now, and what may be done with it instead of answering it. */
export function CardMenu({
  card,
  isChosen,
  onAct,
  onEdit,
}: {
  card: ReviewCard;
  /** Asked because the learner wants to see it, whatever its day. */
  isChosen: boolean;
  onAct: (act: CardAct) => void;
  /** Opens its words to be written anew; null where the learner may not. */
  onEdit: (() => void) | null;
}) {
  const t = useWords("review");
  const menu = useRef<HTMLDetailsElement>(null);
  const why = whyNow(card);
  const act = (chosen: CardAct) => {
    menu.current?.removeAttribute("open");
    onAct(chosen);
  };
  const flag = card.isFlagged ? "unflag" : "flag";
  useHotkeys({
    "-": () => act("bury"),
    "@": () => act("suspend"),
    f: () => act(flag),
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
  const item = (chosen: CardAct, key: string, children: ReactNode) => (
    <button type="button" onClick={() => act(chosen)} aria-keyshortcuts={key}>
      {children}
      <kbd aria-hidden="true">{key}</kbd>
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
        {item("bury", "-", t("bury"))}
        {item("suspend", "@", t("suspend"))}
        {item(flag, "F", t(flag))}
        {onEdit ? (
          <button
            type="button"
            onClick={() => {
              menu.current?.removeAttribute("open");
              onEdit();
            }}
            aria-keyshortcuts="e"
          >
            {t("edit")}
            <kbd aria-hidden="true">E</kbd>
          </button>
        ) : null}
        {card.face.kind === "note" ? (
          <a href={`/cards/${encodeURIComponent(card.cardId)}`}>{t("openCard")}</a>
        ) : (
          <a href={`/practice/${card.face.family}`}>{t("openPractice")}</a>
        )}
      </div>
    </details>
  );
}
