/** The list of answers that a browser keeps until the server has them, oldest first. */
import type { Grade } from "../schedule/memory";
import type { Submission } from "./session";

export interface KeptAnswer extends Submission {
  /** When it was given, by this device's clock. */
  at: number;
  /** The question as it was shown, to tell the learner which one it was. */
  shown: string;
  /** Taken back before it was known whether the server has it: what is left to send is the taking back. */
  isWithdrawn?: true;
}

/** What the server says of one answer that was sent late. */
export interface Merged<Failure extends string = string> {
  /** As it was sent; null where it had none. */
  id: string | null;
  /**
   * Null when the log has it now. Where the server was in trouble (`passing`) it may be taken later; for any other reason
   * it never will be.
   */
  failure: Failure | null;
}

/** An answer, or the taking back of one, that the server will never take. */
export interface RefusedAnswer {
  id: string;
  shown: string;
  grade: Grade | null;
  failure: string;
}

/** The same id again takes the place of the first and keeps its time. */
export const withAnswer = (list: readonly KeptAnswer[], answer: KeptAnswer): KeptAnswer[] => [
  ...list.filter(({ id }) => id !== answer.id),
  { ...answer, at: list.find(({ id }) => id === answer.id)?.at ?? answer.at },
];

export const withdrawn = (list: readonly KeptAnswer[], id: string): KeptAnswer[] =>
  list.map((answer) => (answer.id === id ? { ...answer, isWithdrawn: true } : answer));

/** What the server knows now is kept no longer, but for answers that were taken back in the meantime. */
export const withoutKnown = (list: readonly KeptAnswer[], ids: readonly string[]): KeptAnswer[] =>
  list.filter(({ id, isWithdrawn }) => isWithdrawn || !ids.includes(id));

export const stillWaiting = (list: readonly KeptAnswer[]): KeptAnswer[] =>
  list.filter(({ isWithdrawn }) => !isWithdrawn);

/** Failures that say nothing of the answer: the server was in trouble, and the answer waits on. */
const passing = new Set(["not-saved", "unexpected", "throttled", "signed-out"]);

/** What a reply settles of what was sent: ids to keep no longer, and the answers that were refused for good. */
export function settle(sent: readonly KeptAnswer[], merged: readonly Merged[]) {
  const settled = merged.filter(({ failure }) => failure === null || !passing.has(failure));
  const refused = settled.flatMap(({ id, failure }): RefusedAnswer[] => {
    const answer = sent.find((each) => each.id === id);
    return answer && failure !== null ? [refusedOf(answer, failure)] : [];
  });
  return {
    known: settled.map(({ id }) => id),
    saved: settled.length - refused.length,
    refused,
  };
}

export const refusedOf = ({ id, shown, answer }: KeptAnswer, failure: string): RefusedAnswer => ({
  id,
  shown,
  grade: answer.kind === "grade" ? answer.grade : null,
  failure,
});
