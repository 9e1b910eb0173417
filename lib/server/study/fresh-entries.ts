/** The cards that a learner may meet for the first time. Asked at every answer, and mostly with the same outcome. */
import type { CardId, UserId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import type { FreshEntry } from "@/lib/core/study/queue";
import type { StudyDay } from "@/lib/core/study-day";
import { countTouched, newAgainCards, untouchedCards } from "@/lib/db/queue";
import type { Store } from "@/lib/db/store";
import { theStore } from "../store";
import { findCard, type StudiedCourse } from "./course-index";
import { freshEntry } from "./queue-entries";

/** More unseen cards of a course than anybody meets in a day, siblings and skills included; to shuffle takes all. */
const freshAtMost = 500;
const freshAtAll = 100_000;

interface Kept {
  /** The learner's touched cards when it was read: as many now are the same ones, since none is ever untouched again. */
  touched: number;
  cardIds: CardId[];
}
const keptAtMost = 500;
const kept = new WeakMap<Store, Map<string, Kept>>();

/** New cards of these courses that may be shown today, at least as many of each as the day can take. */
export async function freshEntries(
  person: Person,
  courses: readonly StudiedCourse[],
  today: StudyDay,
): Promise<FreshEntry[]> {
  const { read } = theStore();
  const { newOrder } = rulesOf(person);
  const limit = newOrder === "random" ? freshAtAll : freshAtMost;
  const backwards = newOrder === "position-down";
  // Counted first: what is touched in between is counted next time, and read anew.
  const touched = await countTouched(read, person.id);
  const cardIds = await newAgainCards(read, person.id, today);
  for (const course of courses)
    cardIds.push(...(await untouchedOf(person.id, course, touched, { limit, backwards })));
  return cardIds.flatMap((cardId) => {
    const found = findCard(courses, cardId);
    return found ? freshEntry(courses, found.course, found.card) : [];
  });
}

async function untouchedOf(
  userId: UserId,
  { id, fingerprint, cards }: StudiedCourse,
  touched: number,
  wanted: { limit: number; backwards: boolean },
): Promise<CardId[]> {
  const store = theStore();
  const lists = kept.get(store) ?? new Map<string, Kept>();
  kept.set(store, lists);
  const key = `${userId} ${id} ${fingerprint} ${wanted.limit} ${wanted.backwards}`;
  const known = lists.get(key);
  if (known?.touched === touched) return known.cardIds;
  const read = await untouchedCards(store.read, userId, id, wanted);
  // The course's own strings, so that thousands of them are not kept for every learner.
  const cardIds = read.flatMap((cardId) => cards.get(cardId)?.id ?? []);
  if (lists.size >= keptAtMost) lists.clear();
  lists.set(key, { touched, cardIds });
  return cardIds;
}
