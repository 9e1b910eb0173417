/** Decides the order of the reviews of a day. Ties keep the order of the courses, so that it never changes by chance. */
import type { QueueInput, SeenEntry } from "./queue";
import { shuffleKey } from "./shuffle-key";

type Keys = readonly number[];

/** How late a card is against its own interval: a day late is much for a card of two days and little for one of a year. */
function overdueness({ memory: { dueDay, lastDay } }: SeenEntry, today: number): number {
  const interval = Math.max(1, (dueDay ?? today) - (lastDay ?? dueDay ?? today));
  return (today - (dueDay ?? today)) / interval;
}

const intervalOf = ({ memory: { dueDay, lastDay } }: SeenEntry): number => (dueDay ?? 0) - (lastDay ?? 0);

type Reading = Pick<QueueInput, "today" | "rules" | "recallOf">;

function keysOf(entry: SeenEntry, { today, rules, recallOf }: Reading): Keys {
  const { memory, cardId, position } = entry;
  const due = memory.dueDay ?? 0;
  switch (rules.reviewOrder) {
    case "due":
      return [due, shuffleKey(cardId, today)];
    case "due-course":
      return [due, position];
    case "course-due":
      return [entry.coursePlace, due];
    case "recall-up":
      return [recallOf(entry)];
    case "recall-down":
      return [-recallOf(entry)];
    case "overdueness":
      return [-overdueness(entry, today)];
    case "interval-up":
      return [intervalOf(entry)];
    case "interval-down":
      return [-intervalOf(entry)];
    case "difficulty-up":
      return [memory.difficulty];
    case "difficulty-down":
      return [-memory.difficulty];
    case "added-up":
      return [position];
    case "added-down":
      return [-position];
    case "random":
      return [shuffleKey(cardId, today)];
  }
}

export function orderReviews(due: readonly SeenEntry[], reading: Reading): SeenEntry[] {
  return due
    .map((entry) => ({ entry, keys: [...keysOf(entry, reading), entry.position] }))
    .sort((a, b) => compare(a.keys, b.keys))
    .map(({ entry }) => entry);
}

function compare(a: Keys, b: Keys): number {
  for (const [at, key] of a.entries()) {
    const difference = key - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
