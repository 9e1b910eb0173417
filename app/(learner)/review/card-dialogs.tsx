"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { backToDesk } from "@/lib/browser/landing";
import type { CardId } from "@/lib/core/ids";
import type { NoteFace, ReviewCard } from "@/lib/core/study/review-card";
import { loadEditDialog, loadReportDialog } from "./parts-later";

const EditDialog = dynamic(() => loadEditDialog().then((part) => part.EditDialog));
const ReportDialog = dynamic(() => loadReportDialog().then((part) => part.ReportDialog));

/** What is written about a card, on the card that it was opened for, whatever comes to the desk meanwhile. */
interface Writing {
  kind: "edit" | "report";
  card: ReviewCard;
  isOpen: boolean;
}

/** The dialogs in which a card is edited or reported. Neither is there until it is asked for. */
export function useCardDialogs({
  userId,
  renew,
  say,
}: {
  userId: string;
  renew: (cardId: CardId, face: NoteFace) => void;
  say: (text: string) => void;
}) {
  const t = useWords("review");
  const locale = useLanguage();
  const [writing, setWriting] = useState<Writing | null>(null);
  const close = () => {
    setWriting((before) => before && { ...before, isOpen: false });
    backToDesk();
  };
  const { kind, card, isOpen } = writing ?? {};
  return {
    open: (wanted: Writing["kind"], on: ReviewCard) => setWriting({ kind: wanted, card: on, isOpen: true }),
    dialogs: !card ? null : kind === "edit" && card.face.kind === "note" ? (
      <EditDialog
        key={card.cardId}
        userId={userId}
        cardId={card.cardId}
        face={card.face}
        locale={locale}
        isOpen={isOpen === true}
        onClose={close}
        onSaved={(face) => {
          close();
          renew(card.cardId, face);
          say(t("edited"));
        }}
      />
    ) : kind === "report" ? (
      <ReportDialog
        key={card.cardId}
        userId={userId}
        cardId={card.cardId}
        isOpen={isOpen === true}
        onClose={close}
        onSent={(thanks) => {
          close();
          say(thanks);
        }}
      />
    ) : null,
  };
}
