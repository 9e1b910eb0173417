"use client";
import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { type CardChange, type ChangeReply, changeCards } from "./actions";

/** Sends a change of cards and keeps what came of it, until the next one. */
export function useChange() {
  const t = useWords("cards");
  const [reply, setReply] = useState<ChangeReply | null>(null);
  const [isBusy, startTransition] = useTransition();
  const send = (cards: string[], change: CardChange) => {
    if (isBusy) return;
    setReply(null);
    startTransition(async () => {
      try {
        setReply(await changeCards(cards, change));
      } catch (error) {
        unstable_rethrow(error);
        setReply({ isDone: false, message: t("failed") });
      }
    });
  };
  return { send, reply, isBusy };
}
