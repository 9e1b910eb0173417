/** One card's part of a learner's log: what counts of it, and how a review is put into or taken out of its middle. */
import type { CardId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { newMemory } from "@/lib/core/schedule/grade-card";
import type { Memory } from "@/lib/core/schedule/memory";
import { foldTrace, type Trace } from "@/lib/core/schedule/trace";
import { replayLog } from "@/lib/core/study/replay-log";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { type CardState, keptByHand } from "@/lib/db/card-state";
import { dropDaysSet } from "@/lib/db/marks";
import { replaceState } from "@/lib/db/memories";
import { type Review, reviewsOfCard, rewriteReview } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import type { StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";
import { schedulingFor } from "./scheduling-for";

/** The reviews of a card that its memory is a fold of, oldest first. */
export async function countedLog(
  db: Db,
  person: Person,
  cardId: CardId,
  { sinceSeq }: CardState,
): Promise<Review[]> {
  const rows = await reviewsOfCard(db, person.id, cardId);
  return rows
    .filter(({ undoneAt, kind, seq }) => undoneAt === null && kind === "review" && seq > sinceSeq)
    .sort((a, b) => a.at - b.at || a.seq - b.seq);
}

/** What a card's log leaves by the weights of today: those in its rows may be of weights that changed since. */
export function presentTrace(person: Person, log: readonly Review[]): Trace | null {
  const weights = person.weights[(log.at(-1)?.family ?? null) === null ? "notes" : "skills"];
  return foldTrace(log, schedulingOf(rulesOf(person), { weights }));
}

interface Changed {
  person: Person;
  found: { course: StudiedCourse; card: Parameters<typeof schedulingFor>[1]["card"] };
  state: CardState;
  /** The whole log as it is to be, oldest first, and its first review that is to be decided again. */
  log: readonly Review[];
  from: number;
}

/**
 * Decides the log again from a place on, writes what the reviews promise now, and puts the memory that follows: days set
 * by hand after those reviews are gone. The revision moves on by one.
 */
export async function rewriteLog(db: Db, { person, found, state, log, from }: Changed): Promise<CardState> {
  const cardId = found.card.id;
  const decidedAgain = Math.min(...log.slice(from).map(({ seq }) => seq));
  if (from < log.length) await dropDaysSet(db, { userId: person.id, cardId }, decidedAgain);
  const known = log[from - 1]?.after;
  const start = known ? { ...memoryIn(known), ...presentTrace(person, log.slice(0, from)) } : newMemory();
  const outcomes = replayLog(log.slice(from), start, {
    calendar: calendarOf(person),
    cardId,
    scheduling: schedulingFor(person, found),
  });
  for (const [at, { phase, before, after, interval }] of outcomes.entries()) {
    const row = log[from + at];
    if (!row) continue;
    const isFirst = from + at === 0;
    await rewriteReview(db, row.id, {
      phase,
      before: isFirst ? null : { ...(row.before ?? state), ...before },
      after: { ...row.after, ...after },
      unit: interval.unit,
      amount: interval.amount,
    });
  }
  const last = outcomes.at(-1)?.after ?? start;
  const next = {
    ...state,
    ...last,
    ...keptByHand(state),
    separating: log.at(-1)?.after.separating ?? null,
    revision: state.revision + 1,
  };
  await replaceState(db, { userId: person.id, cardId }, state.revision, next);
  return next;
}

const fields = Object.keys(newMemory()) as (keyof Memory)[];

/** The memory in a state, without what the row itself needs. */
const memoryIn = (state: Memory): Memory =>
  Object.fromEntries(fields.map((field) => [field, state[field]])) as unknown as Memory;
