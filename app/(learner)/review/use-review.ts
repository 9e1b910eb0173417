"use client";
import { useRef } from "react";
import { useLanguage } from "@/app/_i18n/words-provider";
import { keptAhead, waitingAnswers, withdrawAnswer } from "@/lib/browser/kept";
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
import { useKept } from "@/lib/browser/use-kept";
import type { SetId } from "@/lib/core/ids";
import type { Grade } from "@/lib/core/schedule/memory";
import { headWithout } from "@/lib/core/study/head-without";
import type { Answer, Graded, NoteFace, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { type Aside, lastAct, type Move, type Submission } from "@/lib/core/study/session";
import { inLocale } from "@/lib/core/text";
import { useAhead } from "./use-ahead";
import { useSession } from "./use-session";
import { useStopwatch } from "./use-stopwatch";
import { useSync } from "./use-sync";
import { useTurns } from "./use-turns";

/** What undo or redo came to: there was nothing, or the page says why it failed. */
type Came = "none" | "failed" | "done";

/** The review session of one learner, in a set or of the day: the queue, the card on the desk, and every call to the server. */
export function useReview(userId: string, first: QueueHead, set?: SetId) {
  const live = useSession(first);
  const { session, now, change } = live;
  const { submission, error } = session;
  const language = useLanguage();
  const takenMs = useStopwatch(session.turn);
  const inTurn = useTurns();
  /** From the press to the reply, the time it waits for its turn included. */
  const isAnswering = useRef(false);
  const sync = useSync(userId, live, set);
  const kept = useKept(userId);
  /** Answers that this page gave and tells of itself. */
  const own = useRef(new Set<string>());
  useAhead(userId, session, now, set !== undefined);

  const send = async (sent: Submission, on: ReviewCard) => {
    change({ kind: "submit", submission: sent });
    own.current.add(sent.id);
    const reply = await sendAnswer(userId, sent, {
      shown: shownOf(on),
      // The log takes them in the order in which they were given, and tells what comes after all of them.
      isAwayBefore: async () => now.current.waiting.length > 0 && (await sync.flush()),
    });
    if (reply.ok) change({ kind: "recorded", ...reply.body, stays: sent.answer.kind !== "grade" });
    // A grade of the day may be given without the server; what it has to judge, and sets, wait for it on the desk.
    else if (isAway(reply.status) && sent.answer.kind === "grade" && !set) {
      const left = headWithout(await keptAhead(userId), await waitingAnswers(userId));
      change({ kind: "deferred", next: left.cards[0] ?? null });
    } else if (reply.head) {
      const isSame = reply.head.cards[0]?.cardId === on.cardId;
      const error = isSame ? reply.error : { kind: "another-card", message: "" };
      change({ kind: "replaced", head: reply.head, error });
    } else change({ kind: "failed", error: reply.error, keeps: isKept(reply.status) });
    return reply;
  };

  const shownOf = ({ face }: ReviewCard): string =>
    face.kind === "note" ? (inLocale(face.sides, language)?.value.front ?? "") : face.ask.prompt[language];

  /**
   * Answers the card on the desk; after a failed save the same answer goes again under its own id. `turn`: the one that
   * the learner saw. While the part of the page that the next card needs is fetched, the last card still stands there,
   * and a key pressed on it answers nothing.
   */
  const answer = async (given: Answer, { turn, spentMs = takenMs() }: { turn: number; spentMs?: number }) => {
    if (isAnswering.current || now.current.turn !== turn) return null;
    isAnswering.current = true;
    return inTurn(async () => {
      const { card, submission } = now.current;
      if (!card || now.current.turn !== turn) return null;
      if (submission && sameAnswer(submission.answer, given)) return send(submission, card);
      if (submission) {
        // Another answer instead of one of which nobody knows whether it arrived.
        await withdrawAnswer(userId, submission.id);
        change({ kind: "withdrawn" });
        await sync.flush();
      }
      if (now.current.turn !== turn) return null;
      return send(
        {
          id: crypto.randomUUID(),
          cardId: card.cardId,
          ...(set && { set }),
          revision: card.revision,
          answer: given,
          takenMs: spentMs,
        },
        card,
      );
    }).finally(() => {
      isAnswering.current = false;
    });
  };

  const settle = <Body>(reply: Reply<Body>, moveOf: (body: Body) => Move): boolean => {
    change(reply.ok ? moveOf(reply.body) : { kind: "hindered", error: reply.error });
    return reply.ok;
  };

  const bringBack = async ({ cardId, back }: Aside) =>
    settle(await changeCard(userId, cardId, back, set), ({ head }) => ({
      kind: "broughtBack",
      head,
      cardId,
    }));

  const takeBack = async (): Promise<Came> => {
    const last = lastAct(now.current);
    switch (last?.kind) {
      case undefined:
        return "none";
      case "unsaved":
      case "waiting":
        await withdrawAnswer(userId, last.id);
        change({ kind: last.kind === "unsaved" ? "withdrawn" : "recalled" });
        void sync.flush();
        return "done";
      case "aside":
        return (await bringBack(last)) ? "done" : "failed";
      case "review": {
        const reply = await undoReview(userId, last.reviewId, set);
        return settle(reply, ({ head }) => ({ kind: "undone", head })) ? "done" : "failed";
      }
    }
  };

  return {
    session,
    isBusy: submission !== null && error === null,
    saved: sync.saved,
    sync: sync.flush,
    /** Answers that this browser keeps until the server has them, those of other tabs and earlier visits included. */
    waiting: session.waiting.length + kept.waiting.filter((id) => !own.current.has(id)).length,
    refused: kept.refused,
    takenMs,
    answer,
    retry: () =>
      inTurn(async () => {
        const { submission, card } = now.current;
        return submission && card ? send(submission, card) : null;
      }),
    /** Takes back what was done last, once all before it is settled. */
    undo: () => inTurn(takeBack),
    /** Puts back what was taken back last. */
    redo: (): Promise<Came> =>
      inTurn(async () => {
        if (now.current.submission !== null || now.current.waiting.length > 0) return "none";
        const reply = await redoReview(userId, set);
        if (!reply.ok && reply.error.kind === "not-latest") return "none";
        return settle(reply, ({ head }) => ({ kind: "redone", head })) ? "done" : "failed";
      }),
    /** Sets the card of this turn aside: the next one comes. False for a card that was answered or left the desk. */
    setAside: async (aside: Aside, turn: number) => {
      if (isAnswering.current) return false;
      return inTurn(async () => {
        if (now.current.turn !== turn) return false;
        const act = aside.back === "unbury" ? "bury" : "suspend";
        const reply = await changeCard(userId, aside.cardId, act, set);
        return settle(reply, ({ head }) => ({ kind: "setAside", head, aside }));
      });
    },
    bringBack: (aside: Aside) => inTurn(() => bringBack(aside)),
    flag: (cardId: ReviewCard["cardId"], isFlagged: boolean) =>
      inTurn(async () =>
        settle(await changeCard(userId, cardId, isFlagged ? "flag" : "unflag", set), () => ({
          kind: "flagged",
          cardId,
          isFlagged,
        })),
      ),
    /** Shows the words that a card has now. */
    renew: (cardId: ReviewCard["cardId"], face: NoteFace) => change({ kind: "rewritten", cardId, face }),
    reveal: () => change({ kind: "reveal" }),
    next: () => change({ kind: "next" }),
    dismiss: () => change({ kind: "dismiss" }),
    dismissSaved: sync.dismiss,
    /** The learner is stricter than the machine was. */
    lower: (grade: Grade): Promise<Graded | null> =>
      inTurn(async () => {
        const { graded } = now.current;
        if (!graded) return null;
        const reply = await lowerGrade(userId, graded.reviewId, grade, set);
        settle(reply, (body) => ({ kind: "lowered", ...body }));
        return reply.ok ? reply.body.graded : null;
      }),
    /** The misconception behind the wrong answer just recorded; the queue comes back with a variant that separates it. */
    nameSlip: (slip: string) =>
      inTurn(async () => {
        const { graded } = now.current;
        if (graded)
          settle(await nameSlip(userId, graded.reviewId, slip, set), ({ head }) => ({
            kind: "requeued",
            head,
          }));
      }),
  };
}

const sameAnswer = (one: Answer, other: Answer) => JSON.stringify(one) === JSON.stringify(other);
