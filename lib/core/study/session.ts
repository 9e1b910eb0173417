/**
 * Decides what the review page shows next, from the queue the server last told and the learner's moves. Nothing here
 * sends or stores: an answer that could not be saved stays in the state until it is.
 */
import type { Answer, Graded, QueueHead, ReviewCard } from "./review-card";

/** One answer on its way to the server; its `id` makes sending it twice harmless. */
export interface Submission {
  id: string;
  cardId: ReviewCard["cardId"];
  revision: number;
  answer: Answer;
  takenMs: number;
}

export interface SessionError {
  kind: string;
  message: string;
}

export interface Session {
  head: QueueHead;
  /** The card on the desk; a question stays after its verdict until the learner goes on. */
  card: ReviewCard | null;
  /** Counts the times a card was put on the desk: an undone card returns as a new turn, with nothing typed. */
  turn: number;
  isRevealed: boolean;
  /** Sent and not yet acknowledged, or failed with `error`. */
  submission: Submission | null;
  error: SessionError | null;
  /** What was recorded last, for the toast and for undo. */
  graded: Graded | null;
}

export type Move =
  | { kind: "reveal" }
  | { kind: "submit"; submission: Submission }
  | { kind: "recorded"; graded: Graded; head: QueueHead; stays: boolean }
  | { kind: "failed"; error: SessionError; keeps: boolean }
  | { kind: "replaced"; head: QueueHead; error: SessionError | null }
  | { kind: "requeued"; head: QueueHead }
  | { kind: "next" }
  | { kind: "dismiss" };

export const openSession = (head: QueueHead): Session => ({
  head,
  card: head.cards[0] ?? null,
  turn: 0,
  isRevealed: false,
  submission: null,
  error: null,
  graded: null,
});

export function move(session: Session, change: Move): Session {
  switch (change.kind) {
    case "reveal":
      return session.card ? { ...session, isRevealed: true, graded: null } : session;
    case "submit":
      return session.submission && !session.error
        ? session
        : { ...session, submission: change.submission, error: null };
    case "recorded": {
      const recorded = {
        ...session,
        head: change.head,
        submission: null,
        error: null,
        graded: change.graded,
      };
      return change.stays ? recorded : showFirst(recorded);
    }
    case "failed":
      return {
        ...session,
        error: change.error,
        submission: change.keeps ? session.submission : null,
      };
    case "replaced":
      return {
        ...showFirst({ ...session, head: change.head }),
        submission: null,
        error: change.error,
        graded: null,
      };
    case "requeued":
      return { ...session, head: change.head };
    case "next":
      return showFirst(session);
    case "dismiss":
      return { ...session, graded: null };
  }
}

const showFirst = (session: Session): Session => ({
  ...session,
  card: session.head.cards[0] ?? null,
  turn: session.turn + 1,
  isRevealed: false,
});
