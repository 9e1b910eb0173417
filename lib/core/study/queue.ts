/**
 * Decides which cards are left today and in which order: learning cards whose time has come, then reviews with new
 * cards among them, then learning cards a little early when nothing else is left. It looks at no clock and touches no
 * memory, so the counts are always the counts of what it returns.
 */
import type { CardId, CourseId } from "../ids";
import type { Memory } from "../schedule/memory";
import type { StudyDay } from "../study-day";
import { merge, spread } from "./mix";
import { orderReviews } from "./order-reviews";
import type { Counts } from "./review-card";
import { type Limit, Room } from "./room";
import { shuffleKey } from "./shuffle-key";
import type { StudyRules } from "./study-rules";

/** A learning card may be shown this much early when nothing else is left. */
export const learnAheadMs = 20 * 60_000;
/** Of the day's new cards at most this share are computed skills. */
const skillShare = 0.25;

/** Cards of one sentence share a `group`: as a rule at most one of them is new or reviewed on one day. */
export interface QueueEntry {
  cardId: CardId;
  courseId: CourseId;
  group: string;
  /** Place among the cards of all courses, and of its course among the courses. */
  position: number;
  coursePlace: number;
}
/** Of a memory: what some order goes by. */
export type QueueMemory = Pick<Memory, "phase" | "stability" | "difficulty" | "dueAt" | "dueDay" | "lastDay">;
export interface SeenEntry extends QueueEntry {
  memory: QueueMemory;
  buriedUntil: StudyDay | null;
}
export interface FreshEntry extends QueueEntry {
  /** A computed question, not a note card. */
  isSkill: boolean;
}
type QueueRules = Pick<
  StudyRules,
  | "newOrder"
  | "reviewOrder"
  | "newMix"
  | "learningMix"
  | "newBeyondReviews"
  | "buryNew"
  | "buryReviews"
  | "buryLearning"
>;
export interface QueueInput {
  now: number;
  today: StudyDay;
  seen: readonly SeenEntry[];
  fresh: readonly FreshEntry[];
  rules: QueueRules;
  /** Of the whole day, and of single courses where the learner set them; the lower counts. */
  limits: Limit;
  courseLimits: ReadonlyMap<CourseId, Partial<Limit>>;
  /** Grades given today to cards that were new and in review, by course, and to skills among the new. */
  used: { skills: number; courses: ReadonlyMap<CourseId, Limit> };
  /** Cards that were new or in review when they were graded today: their siblings wait, they themselves do not. */
  metToday: readonly Pick<QueueEntry, "cardId" | "group">[];
  /** The card graded last: not shown twice in a row while another is left. */
  lastCardId: CardId | null;
  /** Chance of recall now, for the orders that go by it. */
  recallOf: (entry: SeenEntry) => number;
}
export interface ArrangedQueue {
  order: CardId[];
  counts: Counts;
  /** When `order` is empty but a learning card waits: the instant it may be shown. */
  nextLearningAt: number | null;
}
export interface DayQueue extends ArrangedQueue {
  /** Whether the limits would take another review, and another new card. */
  hasRoom: { reviews: boolean; new: boolean };
  /** Of each course: its reviews in the queue, and whether the limits would take another. */
  reviewsOf: ReadonlyMap<CourseId, { count: number; hasRoom: boolean }>;
}

export function arrangeQueue(input: QueueInput): DayQueue {
  const { now, today, rules } = input;
  const seen = input.seen.filter(({ buriedUntil }) => buriedUntil === null || buriedUntil <= today);
  const learning = seen
    .filter(({ memory }) => memory.phase === "learning" || memory.phase === "relearning")
    .sort((a, b) => a.memory.dueAt - b.memory.dueAt || (a.cardId < b.cardId ? -1 : 1));
  const byClock = learning.filter(({ memory }) => memory.dueDay === null);
  const groups: Met = new Map();
  for (const met of input.metToday) meet(groups, met);
  const byDay = onePerGroup(
    learning.filter(({ memory: { dueDay } }) => dueDay !== null && dueDay <= today),
    groups,
    rules.buryLearning,
  );

  const room = new Room(input.limits, input.courseLimits, input.used.courses);
  const due = seen.filter(
    ({ memory: { phase, dueDay } }) => phase === "review" && dueDay !== null && dueDay <= today,
  );
  const reviews = onePerGroup(orderReviews(due, input), groups, rules.buryReviews, ({ courseId }) =>
    room.take("reviews", courseId),
  );
  const fresh = gatherNew(input, groups, room);

  const ready = byClock.filter(({ memory }) => memory.dueAt <= now);
  const early = byClock.filter(({ memory }) => memory.dueAt > now && memory.dueAt <= now + learnAheadMs);
  const used = room.usedBefore();
  const reviewed = merge(rules.learningMix, reviews, byDay, [used.reviews, 0]);
  const main = merge(rules.newMix, reviewed, fresh, [used.reviews, used.new]);
  const order = notTwice(
    [...ready, ...main, ...early].map(({ cardId }) => cardId),
    input.lastCardId,
  );
  const waiting = byClock.find(({ memory }) => memory.dueAt > now + learnAheadMs);
  const reviewsOf = (course: CourseId) => ({
    count: reviews.filter(({ courseId }) => courseId === course).length,
    hasRoom: room.isLeftIn(course, "reviews"),
  });
  return {
    order,
    counts: {
      new: fresh.length,
      learning: ready.length + byDay.length + early.length,
      review: reviews.length,
    },
    nextLearningAt: order.length === 0 && waiting ? waiting.memory.dueAt - learnAheadMs : null,
    hasRoom: { reviews: room.isLeft("reviews"), new: room.isLeft("new", rules.newBeyondReviews) },
    reviewsOf: new Map([...input.courseLimits.keys()].map((course) => [course, reviewsOf(course)])),
  };
}

/** New cards in the wanted order, with computed skills spread among them and siblings kept for another day. */
function gatherNew({ fresh, today, rules, limits, used }: QueueInput, groups: Met, room: Room): FreshEntry[] {
  const key = ({ cardId, position }: FreshEntry): number =>
    rules.newOrder === "random"
      ? shuffleKey(cardId, today)
      : rules.newOrder === "position-down"
        ? -position
        : position;
  const inOrder = fresh
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
  let skillRoom = Math.max(0, Math.ceil(limits.new * skillShare) - used.skills);
  const take = ({ courseId, isSkill }: FreshEntry) => {
    if (isSkill && skillRoom === 0) return false;
    if (!room.take("new", courseId, rules.newBeyondReviews)) return false;
    if (isSkill) skillRoom -= 1;
    return true;
  };
  const skills = onePerGroup(
    inOrder.filter(({ isSkill }) => isSkill),
    groups,
    rules.buryNew,
    take,
  );
  const notes = onePerGroup(
    inOrder.filter(({ isSkill }) => !isSkill),
    groups,
    rules.buryNew,
    take,
  );
  const done = room.usedBefore().new;
  return spread(notes, skills, [done - used.skills, used.skills]);
}

/** Cards of each group that the day has met or will meet. */
type Met = Map<string, Set<CardId>>;

function meet(groups: Met, { cardId, group }: Pick<QueueEntry, "cardId" | "group">): void {
  const met = groups.get(group);
  if (met) met.add(cardId);
  else groups.set(group, new Set([cardId]));
}

/** Keeps, where siblings are buried, the first entry of each group that has room, and remembers it. */
function onePerGroup<Entry extends QueueEntry>(
  entries: readonly Entry[],
  groups: Met,
  buries: boolean,
  take: (entry: Entry) => boolean = () => true,
): Entry[] {
  return entries.filter((entry) => {
    const met = groups.get(entry.group);
    if (buries && met !== undefined && !(met.size === 1 && met.has(entry.cardId))) return false;
    if (!take(entry)) return false;
    meet(groups, entry);
    return true;
  });
}

/** The same cards with one of them at the head, if it is among them. */
export const headFirst = (order: readonly CardId[], first: CardId | undefined): CardId[] => [
  ...order.filter((cardId) => cardId === first),
  ...order.filter((cardId) => cardId !== first),
];

/** The card just answered waits for another, where there is one. */
export function notTwice(order: CardId[], lastCardId: CardId | null): CardId[] {
  const [head, next, ...rest] = order;
  return head !== undefined && head === lastCardId && next !== undefined ? [next, head, ...rest] : order;
}
