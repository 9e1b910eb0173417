"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { IntervalText } from "@/app/_ui/interval";
import type { ToastProps } from "@/app/_ui/toast";
import type { useReview } from "./use-review";

type Review = Pick<ReturnType<typeof useReview>, "session" | "saved" | "dismiss" | "dismissSaved">;

interface Said {
  id: number;
  text: string;
  undo: (() => void) | undefined;
}

/** What the toast tells: what was done last, an answer given among it, and then what was saved meanwhile. */
export function useSayings({ session, saved, dismiss, dismissSaved }: Review, undo: () => void) {
  const t = useWords("review");
  const parts = useWords("parts");
  const [said, setSaid] = useState<Said | null>(null);
  /** The answer that something was said after. */
  const [passed, setPassed] = useState<string | null>(null);
  const { graded } = session;
  const returns = graded && graded.verdict === null && graded.reviewId !== passed ? graded : null;
  const label = t("keyUndo");

  const answerToast = (): ToastProps | null =>
    returns && {
      id: returns.reviewId,
      children: (
        <>
          {t.rich(returns.amount === 0 ? "cardDone" : "back", {
            grade: () => <b>{parts(returns.grade)}</b>,
            interval: () => <IntervalText interval={returns} />,
          })}
          {returns.isLeech ? ` ${t("leech")}` : null}
        </>
      ),
      action: { label, onAct: undo },
      onClose: dismiss,
    };
  const toast: ToastProps | null = said
    ? {
        id: said.id,
        children: said.text,
        ...(said.undo && { action: { label, onAct: said.undo } }),
        onClose: () => setSaid(null),
      }
    : (answerToast() ??
      (saved > 0
        ? { id: "saved", children: parts("savedLate", { count: saved }), onClose: dismissSaved }
        : null));
  return {
    toast,
    say: (text: string, back?: () => void) => {
      setPassed(graded?.reviewId ?? null);
      setSaid({ id: performance.now(), text, undo: back });
    },
    hush: () => setSaid(null),
  };
}
