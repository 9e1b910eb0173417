/**
 * The calls of the review page, each in the name of the learner whose page it is. An answer is written to this browser
 * before it is sent and removed when the server has acknowledged it, so that a closed tab or a lost connection loses
 * nothing; its id makes a resend harmless.
 */
import type { SetId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Grade } from "@/lib/core/schedule/memory";
import {
  type KeptAnswer,
  type Merged,
  type RefusedAnswer,
  refusedOf,
  settle,
} from "@/lib/core/study/kept-answers";
import type { Graded, NoteFace, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import type { SessionError, Submission } from "@/lib/core/study/session";
import type { Locale } from "@/lib/core/text";
import { dropAnswers, dropWithdrawn, keepAnswer, keepRefused, keptAnswers } from "./kept";
import { postJson } from "./post-json";

export type Reply<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: number; error: SessionError; head?: QueueHead };
/** The set that the page is in: what it shows next comes from there; none is the day. */
type InSet = SetId | undefined;
type HeadReply = Promise<Reply<{ head: QueueHead }>>;

const lostConnection: SessionError = { kind: "offline", message: "" };

/** Longer than a server in reach takes, and not so long that somebody thinks the page is stuck. */
const patienceMs = 10_000;
/** Every answer of many is a durable commit. */
const patiencePerMergedMs = 500;
const mostMerged = 100;

async function post<Body>(
  userId: string,
  path: string,
  body: unknown,
  patience = patienceMs,
): Promise<Reply<Body>> {
  const reply = await postJson(path, body, { patienceMs: patience, userId });
  if (reply.isOk) return { ok: true, body: reply.body as Body };
  const { error = lostConnection, head } = (reply.body ?? {}) as { error?: SessionError; head?: QueueHead };
  return { ok: false, status: reply.status, error, ...(head && { head }) };
}

/** Whether an answer refused with this status may still be taken later: no connection, a server in trouble, signed out. */
export const isKept = (status: number): boolean =>
  status === 0 || status >= 500 || status === 401 || status === 429;

/** Whether the server is out of reach, so that one may go on without it. */
export const isAway = (status: number): boolean => status === 0 || status >= 500;

/**
 * Sends one answer; while it may still be taken it stays in this browser. `shown`: the question as it was asked.
 * `isAwayBefore`: sends what was answered before it; where the server is out of reach for that, this one waits too.
 */
export async function sendAnswer(
  userId: string,
  submission: Submission,
  { shown, isAwayBefore }: { shown: string; isAwayBefore: () => Promise<boolean> },
): Promise<Reply<{ graded: Graded; head: QueueHead }>> {
  await keepAnswer(userId, { ...submission, shown, at: Date.now() });
  if (await isAwayBefore()) return { ok: false, status: 0, error: lostConnection };
  const reply = await post<{ graded: Graded; head: QueueHead }>(userId, "/api/study/answer", submission);
  if (reply.ok || !isKept(reply.status)) await dropAnswers(userId, [submission]);
  return reply;
}

interface MergeReply {
  merged: Merged[];
  head: QueueHead;
}

/** What sending the kept answers came to. `head`: what the server shows next; null when it took nothing. */
export interface Sent {
  saved: number;
  refused: number;
  head: QueueHead | null;
  /** The server was out of reach, and what is left waits on. */
  isAway: boolean;
}

/**
 * Sends everything that this browser kept, takings back first. What the log has now is kept no longer; what it never
 * can have is put aside with its reason, for the learner to read; anything else waits on. `except`: an answer that a
 * page is sending itself.
 */
export async function sendKept(
  userId: string,
  { set, except = null }: { set?: InSet; except?: string | null } = {},
): Promise<Sent> {
  const sent: Sent = { saved: 0, refused: 0, head: null, isAway: false };
  const tried = new Set([except]);
  const undone = new Set<string>();
  for (;;) {
    const left = await keptAnswers(userId);
    // The last one first: a server takes back only the latest answer.
    const back = left.filter(({ id, isWithdrawn }) => isWithdrawn && !undone.has(id)).at(-1);
    const answers = left.filter(({ id, isWithdrawn }) => !isWithdrawn && !tried.has(id));
    if (back) {
      undone.add(back.id);
      const reply = await undoReview(userId, back.id, set);
      if (!reply.ok && isKept(reply.status)) return { ...sent, isAway: isAway(reply.status) };
      // Not found is an answer that never arrived.
      if (!reply.ok && reply.status !== 404) await refuse(userId, sent, [refusedOf(back, reply.error.kind)]);
      await dropWithdrawn(userId, back.id);
      if (reply.ok) sent.head = reply.body.head;
    } else if (answers.length > 0) {
      const slice = answers.slice(0, mostMerged);
      for (const { id } of slice) tried.add(id);
      const body = { sentAt: Date.now(), answers: slice.map(bare), set };
      const reply = await post<MergeReply>(
        userId,
        "/api/study/merge",
        body,
        patienceMs + patiencePerMergedMs * slice.length,
      );
      if (!reply.ok) return { ...sent, isAway: isAway(reply.status) };
      const { known, saved, refused } = settle(slice, reply.body.merged);
      await refuse(userId, sent, refused);
      await dropAnswers(
        userId,
        slice.filter(({ id }) => known.includes(id)),
      );
      sent.saved += saved;
      sent.head = reply.body.head;
    } else return sent;
  }
}

const bare = ({ shown: _, isWithdrawn: __, ...answer }: KeptAnswer) => answer;

async function refuse(userId: string, sent: Sent, refused: readonly RefusedAnswer[]): Promise<void> {
  await keepRefused(userId, refused);
  sent.refused += refused.length;
}

/** What the server shows next, as things stand. */
export const askHead = (userId: string, set: InSet): HeadReply => post(userId, "/api/study/head", { set });

/** Today's cards, to go on with when the connection is lost. */
export const askAhead = (userId: string) => post<{ cards: ReviewCard[] }>(userId, "/api/study/ahead", {});

export const undoReview = (userId: string, reviewId: string, set: InSet): HeadReply =>
  post(userId, "/api/study/undo", { reviewId, set });
export const redoReview = (userId: string, set: InSet): HeadReply => post(userId, "/api/study/redo", { set });
export const changeCard = (userId: string, cardId: string, act: string, set: InSet): HeadReply =>
  post(userId, "/api/study/card", { cardId, act, set });
export const lowerGrade = (userId: string, reviewId: string, grade: Grade, set: InSet) =>
  post<{ graded: Graded; head: QueueHead }>(userId, "/api/study/lower", { reviewId, grade, set });
export const rewriteCard = (userId: string, cardId: string, locale: Locale, words: Words) =>
  post<{ face: NoteFace }>(userId, "/api/study/rewrite", { cardId, locale, ...words });
export const nameSlip = (userId: string, reviewId: string, slip: string, set: InSet): HeadReply =>
  post(userId, "/api/study/slip", { reviewId, slip, set });
