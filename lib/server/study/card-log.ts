/** One card's part of a learner's log: what counts of it, and how a review is put into, changed in or taken out of it. */
import type { CardId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import type { Scheduling } from "@/lib/core/schedule/scheduling";
import { type Mark, resetsAfter } from "@/lib/core/study/mark";
import { isSameMemory, rebuildMemory } from "@/lib/core/study/rebuild-memory";
import { replayLog } from "@/lib/core/study/replay-log";
import { schedulingOf } from "@/lib/core/study/study-rules";
import type { CardState } from "@/lib/db/card-state";
import type { CardRow } from "@/lib/db/courses";
import { dropDaysSet, marksOfCard } from "@/lib/db/marks";
import { findState, replaceState } from "@/lib/db/memories";
import { type Review, reviewsOfCard, rewriteReview } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { theStore } from "../store";
import { freshState } from "./build-card";
import type { StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";
import { loadsFor } from "./loads-for";
import { schedulingFor } from "./scheduling-for";
import { settleLeeches } from "./settle-leeches";

/** Reviews that are folded together, oldest first, without what was taken back. */
export interface CardLog {
  cardId: CardId;
  rows: Review[];
  marks: Mark[];
  /** How often the card was made new again since: 0 for the reviews that its memory is a fold of. */
  resets: number;
}

/** The log of a card that a review of this time belongs to; without one the log of its memory. */
export async function cardLog(db: Db, person: Person, cardId: CardId, at?: number): Promise<CardLog> {
  const marks = await marksOfCard(db, { userId: person.id, cardId });
  const resets = at === undefined ? 0 : resetsAfter({ at, seq: Number.POSITIVE_INFINITY }, marks);
  const rows = (await reviewsOfCard(db, person.id, cardId))
    .filter((row) => row.undoneAt === null && row.kind === "review" && resetsAfter(row, marks) === resets)
    .sort(byTime);
  return { cardId, rows, marks, resets };
}

const byTime = (one: Review, other: Review) => one.at - other.at || one.seq - other.seq;

/** The log with one more review, at its place by time. */
export const withReview = (rows: readonly Review[], review: Review): Review[] =>
  [...rows, review].sort(byTime);

/** What decides a review again as if its button were pressed now. */
export interface Deciding {
  scheduling: Scheduling;
  loads: DayLoads | undefined;
}

/**
 * For a card whose log changes at a review: other days count as they did for the last review, which says when the card
 * comes back. `found`: null for a card that has left the learner's courses, whose own rules went with it.
 */
export async function decidingFor(
  person: Person,
  found: { course: StudiedCourse; card: CardRow } | null,
  { cardId, family, at }: Pick<Review, "cardId" | "family" | "at">,
): Promise<Deciding> {
  if (!found) {
    const weights = person.weights[family === null ? "notes" : "skills"];
    return { scheduling: schedulingOf(rulesOf(person), { weights }), loads: undefined };
  }
  const last = (await findState(theStore().read, person.id, cardId))?.lastReviewedAt ?? at;
  const loads = await loadsFor(person, [found], Math.max(at, last));
  return { scheduling: schedulingFor(person, found), loads: loads?.(cardId) };
}

/** The revision that a card has once its log is rewritten: no memory knows of reviews from before it was made new. */
export const revisionAfter = (state: CardState | null, { resets }: CardLog): number =>
  (state?.revision ?? 0) + (resets === 0 ? 1 : 0);

interface Change extends Deciding {
  /** Null for a card that has no state yet. */
  state: CardState | null;
  log: CardLog;
  /** The reviews as they are to be, oldest first. */
  rows: readonly Review[];
  /** One of them that was taken back and returns. */
  back?: Review;
}

/**
 * Makes a card's log what it is to be: from the first review that differs on each is decided again, with what hangs on
 * it, and the memory that follows is put. Days set by hand after those reviews are gone. The revision moves on by one,
 * except for reviews from before the card was made new again, which no memory knows of.
 */
export async function rewriteLog(db: Db, person: Person, change: Change): Promise<void> {
  const { log, scheduling } = change;
  const state = change.state ?? freshState();
  const row = { userId: person.id, cardId: log.cardId };
  const { known, was, decided } = decideAgain(person, change);
  for (const { id, phase, before, after, unit, amount } of decided)
    await rewriteReview(db, id, { phase, before, after, unit, amount });
  if (log.resets > 0) return;
  const card = { ...row, suspendedAt: state.suspendedAt };
  const suspendedAt = await settleLeeches(db, person, card, { was, decided });
  const first = Math.min(...[...was, ...decided].map(({ seq }) => seq));
  await dropDaysSet(db, row, first);
  const marks = log.marks.filter(({ kind, seq }) => kind === "reset" || seq < first);
  const rows = [...known, ...decided];
  const last = rows.at(-1);
  await replaceState(db, row, change.state?.revision ?? null, {
    ...state,
    ...rebuildMemory(rows, last?.after, scheduling, marks),
    suspendedAt,
    separating: last?.slip ?? null,
    revision: revisionAfter(change.state, log),
  });
}

/**
 * The reviews before the first that differs, those that stood after it, and those to stand there, decided again. One
 * that comes out otherwise says by its revision that the card was never shown as its row tells.
 */
function decideAgain(person: Person, { state, log, rows, back, scheduling, loads }: Change) {
  const differs = rows.findIndex(
    ({ id, grade }, at) => id !== log.rows[at]?.id || grade !== log.rows[at]?.grade,
  );
  const from = differs < 0 ? rows.length : differs;
  const known = rows.slice(0, from);
  const first = Math.min(...rows.slice(from).map(({ seq }) => seq));
  const marks = log.marks.filter(({ seq }) => seq < first);
  const start = rebuildMemory(known, known.at(-1)?.after, scheduling, log.resets === 0 ? marks : []);
  const sight = { calendar: calendarOf(person), cardId: log.cardId, scheduling, loads };
  const outcomes = replayLog(rows.slice(from), start, sight, back);
  const decided = outcomes.map(({ row, phase, before, after, interval, isLeech }, at) => {
    const met = row.before ?? freshState();
    const isKept = isSameMemory(met, before) && isSameMemory(row.after, after);
    const revision = isKept ? row.after.revision : revisionAfter(state, log);
    return {
      ...row,
      phase,
      before: row.before === null && from + at === 0 ? null : { ...met, ...before },
      after: { ...row.after, ...after, revision },
      ...interval,
      isLeech,
    };
  });
  return { known, was: log.rows.slice(from), decided };
}
