/**
 * Decides what the review page shows next, from the queue the server last told and the learner's moves. Nothing here
 * sends or stores: an answer that could not be saved stays in the state until it is.
 */
import type { SetId } from "../ids";
import type { Locale } from "../text";
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
  /** What was done on this page and can be taken back, the last at the end; "waiting" is an answer that had to wait. */
  acts: ("answer" | "waiting" | Aside)[];
}

/** A card that was set aside, and what brings it back. */
export interface Aside {
  cardId: ReviewCard["cardId"];
  back: "unbury" | "unsuspend";
}

export type Move =
  | { kind: "reveal" }
  | { kind: "submit"; submission: Submission }
  | { kind: "recorded"; graded: Graded; head: QueueHead; stays: boolean }
  | { kind: "failed"; error: SessionError; keeps: boolean }
  /** Something other than an answer could not be done; an answer that could not be saved stays. */
  | { kind: "hindered"; error: SessionError }
  | { kind: "replaced"; head: QueueHead; error: SessionError | null }
  | { kind: "setAside"; head: QueueHead; aside: Aside }
  | { kind: "broughtBack"; head: QueueHead; cardId: ReviewCard["cardId"] }
  /** The last answer that the server has is taken back, or put there again. */
  | { kind: "undone"; head: QueueHead }
  | { kind: "redone"; head: QueueHead }
  | { kind: "requeued"; head: QueueHead }
  /** The server is out of reach: the answer waits, and `next` is the card to go on with. */
  | { kind: "deferred"; next: ReviewCard | null }
  /** The last answer that waits is taken back, and its card shown again. */
  | { kind: "recalled" }
  /** An answer that could not be saved is taken back, and may be given anew. */
  | { kind: "withdrawn" }
  /** How the server's queue stands now. `taken`: answers that wait no longer; `isHeld`: somebody writes on the desk. */
  | { kind: "synced"; head: QueueHead; taken: readonly string[]; isHeld: boolean }
  | { kind: "flagged"; cardId: ReviewCard["cardId"]; isFlagged: boolean }
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
  acts: [],
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
        acts: [...session.acts, "answer" as const],
      };
      return change.stays ? recorded : showFirst(recorded);
    }
    case "failed":
      return {
        ...session,
        error: change.error,
        submission: change.keeps ? session.submission : null,
      };
    case "hindered":
      return { ...session, error: change.error };
    case "replaced":
      return replace(session, change.head, change.error);
    case "setAside":
      return { ...replace(session, change.head), acts: [...session.acts, change.aside] };
    case "broughtBack": {
      const acts = session.acts.filter((act) => typeof act === "string" || act.cardId !== change.cardId);
      return { ...replace(session, change.head), acts };
    }
    case "undone":
      return { ...replace(session, change.head), acts: session.acts.slice(0, -1) };
    case "redone":
      return { ...replace(session, change.head), acts: [...session.acts, "answer"] };
    case "withdrawn":
      return { ...session, submission: null, error: null };
    case "requeued":
      return { ...session, head: change.head };
    case "lowered":
      return { ...session, head: change.head, graded: change.graded };
    case "flagged":
      return session.card?.cardId === change.cardId
        ? { ...session, card: { ...session.card, isFlagged: change.isFlagged } }
        : session;
    case "rewritten":
      return rewrite(session, change.cardId, change.face);
    case "deferred":
      return defer(session, change.next);
    case "recalled":
      return recall(session);
    case "synced":
      return sync(session, change);
    case "next":
      return showFirst(session);
    case "dismiss":
      return { ...session, graded: null };
  }
}

function showFirst(session: Session): Session {
  const head = unanswered(session);
  return { ...session, head, card: head.cards[0] ?? null, turn: session.turn + 1, isRevealed: false };
}

/** A card whose answer waits is answered, though the server's queue does not know it yet. */
function unanswered({ head, waiting }: Session): QueueHead {
  const answered = new Set(waiting.map(({ submission: { cardId } }) => cardId));
  const cards = head.cards.filter(({ cardId }) => !answered.has(cardId));
  return cards.length === head.cards.length ? head : { ...byBrowser(head), cards };
}

const replace = (session: Session, head: QueueHead, error: SessionError | null = null): Session => ({
  ...showFirst({ ...session, head }),
  submission: null,
  error,
  graded: null,
});

/** What taking back would take back: what was done last, here or, before this page was opened, today. */
export function lastAct({ submission, waiting, graded, head, acts }: Session) {
  // The verdict on a question was seen: it waits to be saved, and is taken back then, to return with other numbers.
  if (submission?.answer.kind === "given") return null;
  if (submission) return { kind: "unsaved", id: submission.id } as const;
  const act = acts.at(-1);
  if (typeof act === "object") return { kind: "aside", ...act } as const;
  const last = act === "answer" ? undefined : waiting.at(-1);
  if (last) return { kind: "waiting", id: last.submission.id } as const;
  const reviewId = graded?.reviewId ?? head.lastReviewId;
  return reviewId === null ? null : ({ kind: "review", reviewId } as const);
}

/** Under which count a card stands. */
export const kindOf = ({ phase }: ReviewCard): keyof QueueHead["counts"] =>
  phase === "new" ? "new" : phase === "review" ? "review" : "learning";

/** What was answered already keeps the form that it was answered in, under the new words. */
function rewrite(session: Session, cardId: ReviewCard["cardId"], face: NoteFace): Session {
  const { card, graded, head } = session;
  const isAnswered = graded?.cardId === cardId && graded.judged !== null;
  const renew = (each: ReviewCard): ReviewCard => (each.cardId === cardId ? { ...each, face } : each);
  const onDesk =
    isAnswered && card?.face.kind === "note" ? { ...card, face: asAnswered(card.face, face) } : null;
  return {
    ...session,
    head: { ...head, cards: head.cards.map(renew) },
    card: onDesk ?? (card && renew(card)),
  };
}

/** The new words with the old forms to answer in. */
function asAnswered({ sides: old }: NoteFace, face: NoteFace): NoteFace {
  const sides = Object.entries(face.sides).map(([locale, { exercise: _, ...side }]) => {
    const exercise = old[locale as Locale]?.exercise;
    return [locale, { ...side, ...(exercise && { exercise }) }];
  });
  return { ...face, sides: Object.fromEntries(sides) };
}

const againIn = ({ answer }: Submission): number =>
  answer.kind === "grade" && answer.grade === "again" ? 1 : 0;

/** One answer less to give, by this browser's own count. */
function defer(session: Session, next: ReviewCard | null): Session {
  const { card, submission, head } = session;
  if (!card || submission?.answer.kind !== "grade") return session;
  const kind = kindOf(card);
  const counts = { ...head.counts, [kind]: Math.max(0, head.counts[kind] - 1) };
  const done = [...head.done, submission.answer.grade];
  const left = {
    ...byBrowser(head),
    cards: next ? [next] : [],
    counts,
    done,
    doneCount: head.doneCount + 1,
    againCount: head.againCount + againIn(submission),
  };
  return {
    ...showFirst({ ...session, head: left }),
    submission: null,
    error: null,
    graded: null,
    waiting: [...session.waiting, { submission, card }],
    acts: [...session.acts, "waiting"],
  };
}

const byBrowser = (head: QueueHead): QueueHead => ({ ...head, asOf: null, changesAt: null });

function recall(session: Session): Session {
  const last = session.waiting.at(-1);
  if (!last) return session;
  const { head } = session;
  const kind = kindOf(last.card);
  const counts = { ...head.counts, [kind]: head.counts[kind] + 1 };
  const back = {
    ...byBrowser(head),
    cards: [last.card],
    counts,
    done: head.done.slice(0, -1),
    doneCount: head.doneCount - 1,
    againCount: head.againCount - againIn(last.submission),
  };
  return {
    ...showFirst({ ...session, head: back, waiting: session.waiting.slice(0, -1) }),
    graded: null,
    acts: session.acts.slice(0, -1),
  };
}

/** Whoever is in the middle of a card stays on it; what a slow reply tells of an earlier moment is not believed. */
function sync(session: Session, { head, taken, isHeld }: Extract<Move, { kind: "synced" }>): Session {
  const { card, isRevealed, submission, graded } = session;
  const waiting = session.waiting.filter(({ submission: { id } }) => !taken.includes(id));
  // The server's queue knows nothing yet of what still waits.
  if (waiting.length > 0 || (head.asOf ?? 0) < (session.head.asOf ?? 0)) return { ...session, waiting };
  const synced = { ...session, head, waiting };
  if (card !== null && (isHeld || isRevealed || submission !== null || graded !== null)) return synced;
  const [first] = head.cards;
  const isSame = card?.cardId === first?.cardId && card?.revision === first?.revision;
  return isSame ? { ...synced, card: first ?? null } : showFirst(synced);
}
