/**
 * Decides which cards are left today and in which order: learning cards whose time has come, then reviews with new
 * cards spread among them, then learning cards a little early when nothing else is left. It looks at no clock and
 * touches no memory, so the counts are always the counts of what it returns.
 */
import type { CardId } from "../ids";
import type { Memory } from "../schedule/memory";
import type { StudyDay } from "../study-day";
import type { Counts } from "./review-card";

/** A learning card may be shown this much early when nothing else is left. */
export const learnAheadMs = 20 * 60_000;
/** Of the day's new cards at most this share are computed skills. */
const skillShare = 0.25;

/** Cards of one sentence share a `group`: at most one of them is new or reviewed on one day. */
export interface SeenEntry {
  cardId: CardId;
  group: string;
  memory: Memory;
}
export interface FreshEntry {
  cardId: CardId;
  group: string;
  /** A computed question, not a note card. */
  isSkill: boolean;
  position: number;
}
export interface QueueInput {
  now: number;
  today: StudyDay;
  seen: readonly SeenEntry[];
  fresh: readonly FreshEntry[];
  limits: { newPerDay: number; reviewsPerDay: number };
  /** Grades given today to cards that were new, to the skills among those, and to cards in review. */
  used: { new: number; skills: number; reviews: number };
  /** Groups of which a new or review card was graded today. */
  groupsToday: ReadonlySet<string>;
  /** The card graded last: not shown twice in a row while another is left. */
  lastCardId: CardId | null;
}
export interface ArrangedQueue {
  order: CardId[];
  counts: Counts;
  /** When `order` is empty but a learning card waits: the instant it may be shown. */
  nextLearningAt: number | null;
}

export function arrangeQueue(input: QueueInput): ArrangedQueue {
  const { now, limits, used } = input;
  const learning = input.seen
    .filter(({ memory }) => memory.phase === "learning" || memory.phase === "relearning")
    .sort((a, b) => a.memory.dueAt - b.memory.dueAt || compareIds(a, b));
  const groups = new Set(input.groupsToday);
  const reviews = onePerGroup(dueReviews(input), groups).slice(
    0,
    Math.max(0, limits.reviewsPerDay - used.reviews),
  );
  const room = Math.max(
    0,
    Math.min(limits.newPerDay - used.new, limits.reviewsPerDay - used.reviews - reviews.length),
  );
  const fresh = gatherNew(input, groups, room);

  const ready = learning.filter(({ memory }) => memory.dueAt <= now);
  const early = learning.filter(({ memory }) => memory.dueAt > now && memory.dueAt <= now + learnAheadMs);
  const order = notTwice(
    [...ready, ...spread(reviews, fresh, [used.reviews, used.new]), ...early].map(({ cardId }) => cardId),
    input.lastCardId,
  );
  const waiting = learning.find(({ memory }) => memory.dueAt > now + learnAheadMs);
  return {
    order,
    counts: {
      new: fresh.length,
      learning: ready.length + early.length,
      review: reviews.length,
    },
    nextLearningAt: order.length === 0 && waiting ? waiting.memory.dueAt - learnAheadMs : null,
  };
}

/** Reviews due today, oldest due day first. */
function dueReviews({ seen, today }: QueueInput): SeenEntry[] {
  return seen
    .filter(({ memory }) => memory.phase === "review" && memory.dueDay !== null && memory.dueDay <= today)
    .sort((a, b) => (a.memory.dueDay ?? 0) - (b.memory.dueDay ?? 0) || compareIds(a, b));
}

/** New cards in the order of the notes, with computed skills spread among them and siblings kept for another day. */
function gatherNew({ fresh, limits, used }: QueueInput, groups: Set<string>, room: number): FreshEntry[] {
  const inOrder = [...fresh].sort((a, b) => a.position - b.position);
  const skillRoom = Math.min(room, Math.max(0, Math.ceil(limits.newPerDay * skillShare) - used.skills));
  const skills = onePerGroup(
    inOrder.filter(({ isSkill }) => isSkill),
    groups,
  ).slice(0, skillRoom);
  const notes = onePerGroup(
    inOrder.filter(({ isSkill }) => !isSkill),
    groups,
  ).slice(0, room - skills.length);
  return spread(notes, skills, [used.new - used.skills, used.skills]);
}

/** Keeps the first entry of each group and remembers the group in `groups`. */
function onePerGroup<Entry extends { group: string }>(
  entries: readonly Entry[],
  groups: Set<string>,
): Entry[] {
  return entries.filter(({ group }) => {
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
}

/**
 * Merges two lists, each in its order, the second at even distances in the first over the whole day: what was `done`
 * of each counts as taken, so that answering a card leaves the rest where it was.
 */
function spread<First, Second>(
  first: readonly First[],
  second: readonly Second[],
  [doneFirst, doneSecond]: [number, number],
): (First | Second)[] {
  const wholeSecond = doneSecond + second.length;
  const whole = doneFirst + first.length + wholeSecond;
  const merged: (First | Second)[] = [];
  let taken = 0;
  for (let place = 0; place < first.length + second.length; place += 1) {
    const wanted = Math.floor(((doneFirst + doneSecond + place + 1) * wholeSecond) / whole) - doneSecond;
    const isSecond = taken < wanted || place - taken >= first.length;
    merged.push((isSecond ? second[taken] : first[place - taken]) as First | Second);
    if (isSecond) taken += 1;
  }
  return merged;
}

function notTwice(order: CardId[], lastCardId: CardId | null): CardId[] {
  const [head, next, ...rest] = order;
  return head !== undefined && head === lastCardId && next !== undefined ? [next, head, ...rest] : order;
}

const compareIds = (a: { cardId: CardId }, b: { cardId: CardId }) => (a.cardId < b.cardId ? -1 : 1);
