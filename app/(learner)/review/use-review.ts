"use client";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import {
  isKept,
  nameSlip,
  pendingSubmission,
  type Reply,
  sendAnswer,
  undoReview,
} from "@/lib/browser/study-api";
import type { Answer, Graded, QueueHead } from "@/lib/core/study/review-card";
import { move, openSession, type Submission } from "@/lib/core/study/session";

/** How long a card was looked at, in milliseconds; time in the background does not count as looking. */
function useStopwatch(of: string | null) {
  const watch = useRef({ since: 0, spent: 0 });
  useEffect(() => {
    watch.current = { since: of === null ? 0 : performance.now(), spent: 0 };
    const pause = () => {
      const now = performance.now();
      if (document.hidden) watch.current.spent += now - watch.current.since;
      else watch.current.since = now;
    };
    document.addEventListener("visibilitychange", pause);
    return () => document.removeEventListener("visibilitychange", pause);
  }, [of]);
  return () => Math.round(watch.current.spent + performance.now() - watch.current.since);
}

/** The review session of one learner: the queue, the card on the desk, and every call to the server. */
export function useReview(userId: string, first: QueueHead) {
  const [session, change] = useReducer(move, first, openSession);
  const [isResent, setResent] = useState(false);
  const { card, submission, error } = session;
  const takenMs = useStopwatch(card ? `${card.cardId}:${card.revision}` : null);
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

  const send = async (sent: Submission, stays: boolean) => {
    change({ kind: "submit", submission: sent });
    const reply = await sendAnswer(userId, sent);
    settle(reply, stays);
    return reply;
  };

  /** Answers the card on the desk; after a failed save the same answer goes again under its own id. */
  const answer = (given: Answer, spentMs = takenMs()) => {
    if (!card || isBusy) return null;
    const again = submission && sameAnswer(submission.answer, given) ? submission : null;
    const fresh = {
      id: crypto.randomUUID(),
      cardId: card.cardId,
      revision: card.revision,
      answer: given,
      takenMs: spentMs,
    };
    return send(again ?? fresh, given.kind !== "grade");
  };

  const undo = async () => {
    const reviewId = session.graded?.reviewId ?? session.head.lastReviewId;
    // An answer that is not saved yet comes first: taking back the one before it would lose this one.
    if (submission !== null || reviewId === null) return false;
    const reply = await undoReview(reviewId);
    if (reply.ok) change({ kind: "replaced", head: reply.body.head, error: null });
    else change({ kind: "failed", error: reply.error, keeps: false });
    return reply.ok;
  };

  useEffect(() => {
    const left = pendingSubmission(userId);
    if (!left) return;
    change({ kind: "submit", submission: left });
    sendAnswer(userId, left).then((reply) => {
      if (reply.ok) setResent(true);
      settle(reply, false);
    });
  }, [userId, settle]);

  return {
    session,
    isBusy,
    isResent,
    takenMs,
    answer,
    retry: () => (submission ? send(submission, submission.answer.kind !== "grade") : null),
    undo,
    reveal: () => change({ kind: "reveal" }),
    next: () => change({ kind: "next" }),
    dismiss: () => change({ kind: "dismiss" }),
    /** The misconception behind the wrong answer just recorded; the queue comes back with a variant that separates it. */
    nameSlip: async (slip: string) => {
      if (!session.graded) return;
      const reply = await nameSlip(session.graded.reviewId, slip);
      if (reply.ok) change({ kind: "requeued", head: reply.body.head });
      else change({ kind: "failed", error: reply.error, keeps: false });
    },
  };
}

const sameAnswer = (one: Answer, other: Answer) => JSON.stringify(one) === JSON.stringify(other);
