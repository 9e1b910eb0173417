"use client";
import { useCallback, useReducer, useRef, useState } from "react";
import { dropAnswers, keptAhead, type Who } from "@/lib/browser/kept";
import {
  changeCard,
  isAway,
  isKept,
  lowerGrade,
  nameSlip,
  type Reply,
  redoReview,
  sendAnswer,
  undoReview,
} from "@/lib/browser/study-api";
import type { SetId } from "@/lib/core/ids";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Answer, Graded, NoteFace, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { move, openSession, type Submission } from "@/lib/core/study/session";
import { useStopwatch } from "./use-stopwatch";
import { useSync } from "./use-sync";

/** The review session of one learner, in a set or of the day: the queue, the card on the desk, and every call to the server. */
export function useReview({ userId, zone }: Who, first: QueueHead, set?: SetId) {
  const [session, change] = useReducer(move, first, openSession);
  const [synced, setSynced] = useState<{ taken: number; refused: number } | null>(null);
  /** Cards answered since the cards ahead were kept. */
  const answered = useRef(new Set<string>());
  const { card, submission, error } = session;
  const takenMs = useStopwatch(session.turn);
  const isBusy = submission !== null && error === null;

  const settle = useCallback((reply: Reply<{ graded: Graded; head: QueueHead }>, stays: boolean) => {
    if (reply.ok) change({ kind: "recorded", ...reply.body, stays });
    else if (reply.head) change({ kind: "replaced", head: reply.head, error: reply.error });
    else
      change({
        kind: "failed",
        error: reply.error,
        keeps: isKept(reply.status),
      });
  }, []);

  const desk = { isWaiting: session.waiting.length > 0, onDesk: submission?.id ?? null, set };
  useSync({ userId, zone }, desk, ({ merged, head }) => {
    const refused = merged.filter(({ failure }) => failure !== null).length;
    setSynced({ taken: merged.length - refused, refused });
    answered.current.clear();
    change({ kind: "synced", head });
  });

  const send = async (sent: Submission, stays: boolean) => {
    change({ kind: "submit", submission: sent });
    answered.current.add(sent.cardId);
    const reply = await sendAnswer(userId, sent);
    // A grade of the day may be given without the server; what it has to judge, and sets, wait for it on the desk.
    if (!reply.ok && isAway(reply.status) && sent.answer.kind === "grade" && !set) {
      const ahead = await keptAhead(userId);
      // A question is judged by the server: note cards only until it is back.
      const next = ahead.find(({ cardId, face }) => face.kind === "note" && !answered.current.has(cardId));
      change({ kind: "deferred", next: next ?? null });
    } else settle(reply, stays);
    return reply;
  };

  /** Answers the card on the desk; after a failed save the same answer goes again under its own id. */
  const answer = (given: Answer, spentMs = takenMs()) => {
    if (!card || isBusy) return null;
    const again = submission && sameAnswer(submission.answer, given) ? submission : null;
    const fresh = {
      id: crypto.randomUUID(),
      cardId: card.cardId,
      ...(set && { set }),
      revision: card.revision,
      answer: given,
      takenMs: spentMs,
    };
    return send(again ?? fresh, given.kind !== "grade");
  };

  const replace = (reply: Reply<{ head: QueueHead }>): boolean => {
    if (reply.ok) change({ kind: "replaced", head: reply.body.head, error: null });
    else change({ kind: "failed", error: reply.error, keeps: false });
    return reply.ok;
  };

  const undo = async () => {
    const waiting = session.waiting.at(-1);
    if (waiting) {
      await dropAnswers(userId, [waiting.submission.id]);
      answered.current.delete(waiting.card.cardId);
      change({ kind: "recalled" });
      return true;
    }
    const reviewId = session.graded?.reviewId ?? session.head.lastReviewId;
    // An answer that is not saved yet comes first: taking back the one before it would lose this one.
    if (submission !== null || reviewId === null) return false;
    return replace(await undoReview(reviewId, set));
  };

  return {
    session,
    isBusy,
    synced,
    takenMs,
    answer,
    retry: () => (submission ? send(submission, submission.answer.kind !== "grade") : null),
    undo,
    /** Puts back what was taken back last; false when there is nothing. */
    redo: async () => {
      if (submission !== null || session.waiting.length > 0) return false;
      const reply = await redoReview(set);
      if (reply.ok) replace(reply);
      return reply.ok;
    },
    /** Sets a card aside or takes that back: the next card comes. */
    changeCard: async (cardId: string, act: string) => replace(await changeCard(cardId, act, set)),
    flag: async (isFlagged: boolean) => {
      if (!card) return false;
      const reply = await changeCard(card.cardId, isFlagged ? "flag" : "unflag", set);
      change(
        reply.ok ? { kind: "flagged", isFlagged } : { kind: "failed", error: reply.error, keeps: false },
      );
      return reply.ok;
    },
    /** Shows the words that a card has now. */
    renew: (cardId: ReviewCard["cardId"], face: NoteFace) => change({ kind: "rewritten", cardId, face }),
    reveal: () => change({ kind: "reveal" }),
    next: () => change({ kind: "next" }),
    dismiss: () => {
      change({ kind: "dismiss" });
      setSynced(null);
    },
    /** The learner is stricter than the machine was. */
    lower: async (grade: Grade): Promise<Graded | null> => {
      if (!session.graded) return null;
      const reply = await lowerGrade(session.graded.reviewId, grade, set);
      if (reply.ok) change({ kind: "lowered", ...reply.body });
      else change({ kind: "failed", error: reply.error, keeps: false });
      return reply.ok ? reply.body.graded : null;
    },
    /** The misconception behind the wrong answer just recorded; the queue comes back with a variant that separates it. */
    nameSlip: async (slip: string) => {
      if (!session.graded) return;
      const reply = await nameSlip(session.graded.reviewId, slip, set);
      if (reply.ok) change({ kind: "requeued", head: reply.body.head });
      else change({ kind: "failed", error: reply.error, keeps: false });
    },
  };
}

const sameAnswer = (one: Answer, other: Answer) => JSON.stringify(one) === JSON.stringify(other);
