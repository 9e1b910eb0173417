/**
 * Decides what the review page shows next, from the queue the server last told and the learner's moves. Nothing here
 * sends or stores: an answer that could not be saved stays in the state until it is.
 */
import type { SetId } from "../ids";
import type { Answer, Graded, NoteFace, QueueHead, ReviewCard } from "./review-card";

/** One answer on its way to the server; its `id` makes sending it twice harmless. */
export interface Submission {
  id: string;
  cardId: ReviewCard["cardId"];
  /** The set that it is answered in; none is the day. */
  set?: SetId;
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
  /** Answered while the server was out of reach, oldest first: kept in this browser until it has them. */
  waiting: { submission: Submission; card: ReviewCard }[];
}

export type Move =
  | { kind: "reveal" }
  | { kind: "submit"; submission: Submission }
  | { kind: "recorded"; graded: Graded; head: QueueHead; stays: boolean }
  | { kind: "failed"; error: SessionError; keeps: boolean }
  | { kind: "replaced"; head: QueueHead; error: SessionError | null }
  | { kind: "requeued"; head: QueueHead }
  /** The server is out of reach: the answer waits, and `next` is the card to go on with. */
  | { kind: "deferred"; next: ReviewCard | null }
  /** The last answer that waits is taken back, and its card shown again. */
  | { kind: "recalled" }
  /** What waited has arrived. */
  | { kind: "synced"; head: QueueHead }
  | { kind: "flagged"; isFlagged: boolean }
  /** The words of a card were written anew; a form to answer in that was made of the old ones goes. */
  | { kind: "rewritten"; cardId: ReviewCard["cardId"]; face: NoteFace }
  | { kind: "lowered"; graded: Graded; head: QueueHead }
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
  waiting: [],
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
    case "lowered":
      return { ...session, head: change.head, graded: change.graded };
    case "flagged":
      return session.card ? { ...session, card: { ...session.card, isFlagged: change.isFlagged } } : session;
    case "rewritten":
      return rewrite(session, change.cardId, change.face);
    case "deferred":
      return defer(session, change.next);
    case "recalled":
      return recall(session);
    case "synced":
      return sync({ ...session, head: change.head, waiting: [] });
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

/** Under which count a card stands. */
export const kindOf = ({ phase }: ReviewCard): keyof QueueHead["counts"] =>
  phase === "new" ? "new" : phase === "review" ? "review" : "learning";

/** What was answered already keeps the form that it was answered in. */
function rewrite(session: Session, cardId: ReviewCard["cardId"], face: NoteFace): Session {
  const { card, graded, head } = session;
  const isAnswered = graded?.cardId === cardId && graded.judged !== null;
  const renew = (each: ReviewCard): ReviewCard => (each.cardId === cardId ? { ...each, face } : each);
  return {
    ...session,
    head: { ...head, cards: head.cards.map(renew) },
    card: card && !isAnswered ? renew(card) : card,
  };
}

/** One answer less to give, by this browser's own count. */
function defer(session: Session, next: ReviewCard | null): Session {
  const { card, submission, head } = session;
  if (!card || submission?.answer.kind !== "grade") return session;
  const kind = kindOf(card);
  const counts = { ...head.counts, [kind]: Math.max(0, head.counts[kind] - 1) };
  const done = [...head.done, submission.answer.grade];
  const left = { ...head, cards: next ? [next] : [], counts, done, doneCount: head.doneCount + 1 };
  return {
    ...showFirst({ ...session, head: left }),
    submission: null,
    error: null,
    graded: null,
    waiting: [...session.waiting, { submission, card }],
  };
}

function recall(session: Session): Session {
  const last = session.waiting.at(-1);
  if (!last) return session;
  const { head } = session;
  const kind = kindOf(last.card);
  const counts = { ...head.counts, [kind]: head.counts[kind] + 1 };
  const back = {
    ...head,
    cards: [last.card],
    counts,
    done: head.done.slice(0, -1),
    doneCount: head.doneCount - 1,
  };
  return { ...showFirst({ ...session, head: back }), graded: null, waiting: session.waiting.slice(0, -1) };
}

/** Whoever is in the middle of a card stays on it. */
function sync(session: Session): Session {
  const { card, head, isRevealed, submission, graded } = session;
  const [first] = head.cards;
  const isSame = card?.cardId === first?.cardId && card?.revision === first?.revision;
  return isSame || (card !== null && (isRevealed || submission !== null || graded !== null))
    ? session
    : showFirst(session);
}
