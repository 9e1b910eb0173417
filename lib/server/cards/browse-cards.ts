import type { CardId, ConceptId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { recallChance } from "@/lib/core/schedule/grade-card";
import {
  type CardStateName,
  type Clause,
  type Filter,
  type FindableCard,
  filters,
  matchesCard,
  readFilter,
  readSearch,
  type UnreadableFilter,
} from "@/lib/core/study/search-cards";
import { type Calendar, type StudyDay, studyDayOf } from "@/lib/core/study-day";
import type { Locale, Text } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";
import { allStates } from "@/lib/db/memories";
import { tagsOf } from "@/lib/db/tags";
import { theStore } from "../store";
import { coursesOf, findCard } from "../study/course-index";
import { calendarOf } from "../study/load-queue";
import { schedulingFor } from "../study/scheduling-for";
import { type ListedCard, listCards } from "./list-cards";

export const cardsOnPage = 50;

/** What to look for: typed words, and a value for each filter that was chosen from a list. */
export interface CardSearch {
  typed: string;
  chosen: Partial<Record<Filter, string>>;
  /** From 1; a page after the last one is the last one. */
  page: number;
}

export interface BrowsedCard {
  cardId: CardId;
  words: Partial<Record<Locale, Words>>;
  isComputed: boolean;
  conceptName: Text;
  state: CardStateName;
  /** Null while new or suspended. */
  due: { at: number; day: "overdue" | "today" | "later" } | null;
  /** Chance of recalling it now, 0 to 1; null while new. */
  recall: number | null;
  tags: string[];
}

export interface CardPage {
  cards: BrowsedCard[];
  total: number;
  page: number;
  pages: number;
}

/** What can be chosen: the concepts that have cards, in the order of the notes, and the tags in use. */
export interface CardChoices {
  concepts: { id: ConceptId; name: Text }[];
  tags: string[];
  /** Cards in all courses of the learner. */
  all: number;
}

type Found = ListedCard & FindableCard & { memory: CardState | null; tags: string[] };

/** The cards that a search finds, 50 at a time, and what could be searched for; `found` says if a filter is unreadable. */
export async function browseCards(
  person: Person,
  search: CardSearch,
  now: number,
): Promise<{ choices: CardChoices; found: Result<CardPage, UnreadableFilter> }> {
  const calendar = calendarOf(person);
  const today = studyDayOf(now, calendar);
  const listed = await listCards(person);
  const cards = await withStates(person, listed, calendar);
  const concepts = new Map(listed.map(({ conceptId, conceptName }) => [conceptId, conceptName]));
  const choices = {
    concepts: [...concepts].map(([id, name]) => ({ id, name })),
    tags: [...new Set(cards.flatMap(({ tags }) => tags))].sort(),
    all: cards.length,
  };
  const found = matchingCards(search, listed, cards, today);
  if (!found.ok) return { choices, found };
  const matching = found.value;
  const pages = Math.max(1, Math.ceil(matching.length / cardsOnPage));
  const page = Math.min(Math.max(1, Math.trunc(search.page) || 1), pages);
  const courses = await coursesOf(person.id);
  const recallOf = ({ cardId, memory }: Found): number | null => {
    const own = findCard(courses, cardId);
    if (!own || !memory || memory.phase === "new") return null;
    return recallChance(memory, now, calendar, schedulingFor(person, own));
  };
  const shown = matching.slice((page - 1) * cardsOnPage, page * cardsOnPage);
  const list = {
    cards: shown.map((card) => browsed(card, today, recallOf(card))),
    total: matching.length,
    page,
    pages,
  };
  return { choices, found: ok(list) };
}

/** All cards that a search finds, whatever page they would be on; none when a filter is unreadable. */
export async function cardsFoundBy(
  person: Person,
  search: Omit<CardSearch, "page">,
  now: number,
): Promise<CardId[]> {
  const calendar = calendarOf(person);
  const listed = await listCards(person);
  const cards = await withStates(person, listed, calendar);
  const found = matchingCards(search, listed, cards, studyDayOf(now, calendar));
  return found.ok ? found.value.map(({ cardId }) => cardId) : [];
}

function matchingCards(
  search: Omit<CardSearch, "page">,
  listed: readonly ListedCard[],
  cards: readonly Found[],
  today: StudyDay,
): Result<Found[], UnreadableFilter> {
  const clauses = readClauses(search, listed);
  return clauses.ok ? ok(cards.filter((card) => matchesCard(card, clauses.value, today))) : clauses;
}

/** Typed and chosen clauses together. A concept that no card has is said, not searched for. */
function readClauses(
  { typed, chosen }: Omit<CardSearch, "page">,
  listed: readonly ListedCard[],
): Result<Clause[], UnreadableFilter> {
  const read = readSearch(typed);
  if (!read.ok) return read;
  const clauses = [...read.value];
  for (const filter of filters) {
    const given = chosen[filter];
    if (!given) continue;
    const condition = readFilter(filter, given);
    if (!condition.ok) return condition;
    clauses.push({ ...condition.value, isWanted: true });
  }
  for (const clause of clauses) {
    if (clause.kind === "concept" && !listed.some(({ concepts }) => concepts.has(clause.name)))
      return fail({ kind: "unreadable-filter", filter: "concept", given: clause.given });
  }
  return ok(clauses);
}

async function withStates(
  person: Person,
  listed: readonly ListedCard[],
  calendar: Calendar,
): Promise<Found[]> {
  const states = new Map((await allStates(theStore().read, person.id)).map((row) => [row.cardId, row]));
  const tags = new Map<CardId, string[]>();
  for (const { cardId, tag } of await tagsOf(theStore().read, person.id))
    tags.set(cardId, [...(tags.get(cardId) ?? []), tag]);
  return listed.map((card) => {
    const memory = states.get(card.cardId) ?? null;
    const state = stateName(memory);
    return {
      ...card,
      memory,
      state,
      dueDay: memory && isScheduled(state) ? (memory.dueDay ?? studyDayOf(memory.dueAt, calendar)) : null,
      tags: tags.get(card.cardId) ?? [],
    };
  });
}

/** In one word where a card stands; null is a card without a state. */
export function stateName(memory: Pick<CardState, "phase" | "suspendedAt"> | null): CardStateName {
  if (memory === null) return "new";
  if (memory.suspendedAt !== null) return "suspended";
  return memory.phase === "relearning" ? "learning" : memory.phase;
}

const isScheduled = (state: CardStateName): boolean => state === "learning" || state === "review";

function browsed(card: Found, today: StudyDay, recall: number | null): BrowsedCard {
  const { cardId, words, isComputed, conceptName, state, memory, dueDay, tags } = card;
  return {
    cardId,
    words,
    isComputed,
    conceptName,
    state,
    due: memory && dueDay !== null ? { at: memory.dueAt, day: dayWord(dueDay, today) } : null,
    recall,
    tags,
  };
}

const dayWord = (dueDay: StudyDay, today: StudyDay) =>
  dueDay < today ? "overdue" : dueDay === today ? "today" : "later";
