/**
 * The three calls of the review page. An answer is written to this browser before it is sent and removed when the
 * server has acknowledged it, so that a closed tab or a lost connection loses nothing; its id makes a resend harmless.
 */
import type { Graded, QueueHead } from "@/lib/core/study/review-card";
import type { SessionError, Submission } from "@/lib/core/study/session";
import { postJson } from "./post-json";
import { forget, keep, kept } from "./storage";

export type Reply<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: number; error: SessionError; head?: QueueHead };

const pendingKey = (userId: string) => `epoch.pending.${userId}`;
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

/** Sends one answer; while it may still be taken it stays in this browser and `pendingSubmission` finds it again. */
export async function sendAnswer(
  userId: string,
  submission: Submission,
): Promise<Reply<{ graded: Graded; head: QueueHead }>> {
  keep(pendingKey(userId), JSON.stringify(submission));
  const reply = await post<{ graded: Graded; head: QueueHead }>("/api/study/answer", submission);
  const isSettled = reply.ok || !isKept(reply.status);
  if (isSettled && pendingSubmission(userId)?.id === submission.id) forget(pendingKey(userId));
  return reply;
}

/** The answer of this learner that was never acknowledged, or null; what cannot be read is dropped. */
export function pendingSubmission(userId: string): Submission | null {
  const text = kept(pendingKey(userId));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Submission;
  } catch {
    forget(pendingKey(userId));
    return null;
  }
}

/** Gives up an answer that was never acknowledged: its learner is gone. */
export const forgetSubmission = (userId: string): void => forget(pendingKey(userId));

export const undoReview = (reviewId: string) => post<{ head: QueueHead }>("/api/study/undo", { reviewId });

export const nameSlip = (reviewId: string, slip: string) =>
  post<{ head: QueueHead }>("/api/study/slip", { reviewId, slip });
