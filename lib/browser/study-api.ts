/**
 * The calls of the review page. An answer is written to this browser before it is sent and removed when the server has
 * acknowledged it, so that a closed tab or a lost connection loses nothing; its id makes a resend harmless.
 */
import type { SetId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, NoteFace, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import type { SessionError, Submission } from "@/lib/core/study/session";
import type { Locale } from "@/lib/core/text";
import { dropAnswers, type KeptAnswer, keepAnswer } from "./kept";
import { postJson } from "./post-json";

export type Reply<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: number; error: SessionError; head?: QueueHead };
/** The set that the page is in: what it shows next comes from there; none is the day. */
type InSet = SetId | undefined;
type HeadReply = Promise<Reply<{ head: QueueHead }>>;

const lostConnection: SessionError = { kind: "offline", message: "" };

async function post<Body>(path: string, body: unknown): Promise<Reply<Body>> {
  const reply = await postJson(path, body);
  if (reply.isOk) return { ok: true, body: reply.body as Body };
  const { error = lostConnection, head } = (reply.body ?? {}) as { error?: SessionError; head?: QueueHead };
  return { ok: false, status: reply.status, error, ...(head && { head }) };
}

/** Whether an answer refused with this status may still be taken later: no connection, a server in trouble, signed out. */
export const isKept = (status: number): boolean =>
  status === 0 || status >= 500 || status === 401 || status === 429;

/** Whether the server is out of reach, so that one may go on without it. */
export const isAway = (status: number): boolean => status === 0 || status >= 500;

/** Sends one answer; while it may still be taken it stays in this browser. */
export async function sendAnswer(
  userId: string,
  submission: Submission,
): Promise<Reply<{ graded: Graded; head: QueueHead }>> {
  await keepAnswer(userId, { ...submission, at: Date.now() });
  const reply = await post<{ graded: Graded; head: QueueHead }>("/api/study/answer", submission);
  if (reply.ok || !isKept(reply.status)) await dropAnswers(userId, [submission.id]);
  return reply;
}

export interface MergeReply {
  merged: { id: string; failure: string | null }[];
  head: QueueHead;
}

/** Sends answers that were kept; those that the log has now, or never can have, are kept no longer. */
export async function sendKept(
  userId: string,
  answers: readonly KeptAnswer[],
  set?: InSet,
): Promise<Reply<MergeReply>> {
  const reply = await post<MergeReply>("/api/study/merge", { sentAt: Date.now(), answers, set });
  if (reply.ok)
    await dropAnswers(
      userId,
      reply.body.merged.map(({ id }) => id),
    );
  return reply;
}

/** Today's cards, to go on with when the connection is lost. */
export const askAhead = () => post<{ cards: ReviewCard[] }>("/api/study/ahead", {});

export const undoReview = (reviewId: string, set: InSet): HeadReply =>
  post("/api/study/undo", { reviewId, set });
export const redoReview = (set: InSet): HeadReply => post("/api/study/redo", { set });
export const changeCard = (cardId: string, act: string, set: InSet): HeadReply =>
  post("/api/study/card", { cardId, act, set });
export const lowerGrade = (reviewId: string, grade: Grade, set: InSet) =>
  post<{ graded: Graded; head: QueueHead }>("/api/study/lower", { reviewId, grade, set });
export const rewriteCard = (cardId: string, locale: Locale, words: Words) =>
  post<{ face: NoteFace }>("/api/study/rewrite", { cardId, locale, ...words });
export const nameSlip = (reviewId: string, slip: string, set: InSet): HeadReply =>
  post("/api/study/slip", { reviewId, slip, set });
