/**
 * Decides which cards a search finds: every clause must hold. Case, spacing and the composition of Hangul do not
 * matter, so that "합성곱 층" finds "합성곱층", whichever keyboard wrote either.
 */
import { fail, ok, type Result } from "../result";
import { addDays, type StudyDay } from "../study-day";

export const cardStates = ["new", "learning", "review", "suspended"] as const;
/** A suspended card is nothing else; a card that is relearned counts as learning. */
export type CardStateName = (typeof cardStates)[number];

/** Each holds those before it: due before today, by the end of today, within seven days. */
export const dueSpans = ["overdue", "today", "week"] as const;
export type DueSpan = (typeof dueSpans)[number];

export const filters = ["concept", "state", "due", "tag"] as const;
export type Filter = (typeof filters)[number];

type Condition =
  | { kind: "words"; text: string }
  | { kind: "concept"; name: string; given: string }
  | { kind: "tag"; tag: string }
  | { kind: "state"; state: CardStateName }
  | { kind: "due"; due: DueSpan };
export type Clause = Condition & { isWanted: boolean };

export interface UnreadableFilter {
  kind: "unreadable-filter";
  filter: Filter;
  given: string;
}

/** The text that a search looks through. */
export interface CardText {
  /** Words with one space between them. */
  spaced: string;
  /** The same without any space. */
  joined: string;
}

export interface FindableCard {
  text: CardText;
  /** Ids and names of its concept and of those above, as `foldName` gives them. */
  concepts: ReadonlySet<string>;
  state: CardStateName;
  /** The study day it comes back on; null while it is new or suspended. */
  dueDay: StudyDay | null;
  tags: readonly string[];
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const joined = (folded: string): string => folded.replaceAll(" ", "");

/** One spelling for a concept's name or id: "Max Pooling", "max-pooling" and "maxpooling" are the same. */
export const foldName = (name: string): string => fold(name).replace(/[\s\-_·]+/g, "");

/** A tag as it is kept: lower case, a hyphen for each space, so that it can be typed in a search. */
export const foldTag = (tag: string): string => fold(tag).replaceAll(" ", "-");

/** The text of a card for `matchesCard`, from everything written on it. */
export function textOfCard(parts: readonly string[]): CardText {
  const spaced = parts.map(fold).join(" \n ");
  return { spaced, joined: spaced.replaceAll(" ", "") };
}

const filterNames: Record<string, Filter> = {
  concept: "concept",
  state: "state",
  due: "due",
  tag: "tag",
  개념: "concept",
  상태: "state",
  기한: "due",
  태그: "tag",
};
const koreanStates: Record<string, CardStateName> = {
  새카드: "new",
  학습: "learning",
  학습중: "learning",
  복습: "review",
  보류: "suspended",
};
const koreanDues: Record<string, DueSpan> = { 밀림: "overdue", 오늘: "today", 일주일: "week" };

/** Runs without a space; a quoted part may hold spaces, and ends with the text when its second quote is missing. */
const pieces = /(?:[^\s"]|"[^"]*"?)+/gu;

/**
 * Reads what was typed: words, "a phrase", -without and filters such as `concept:momentum state:new due:today
 * tag:exam`, in English or Korean. A word before a colon that names no filter is only a word.
 */
export function readSearch(typed: string): Result<Clause[], UnreadableFilter> {
  const clauses: Clause[] = [];
  for (const [piece] of typed.normalize("NFKC").matchAll(pieces)) {
    const isWanted = !piece.startsWith("-");
    const body = isWanted ? piece : piece.slice(1);
    const colon = body.indexOf(":");
    const filter = filterNames[body.slice(0, Math.max(0, colon)).toLowerCase()];
    const value = (filter ? body.slice(colon + 1) : body).replaceAll('"', "");
    const condition = filter ? readFilter(filter, value) : ok({ kind: "words" as const, text: fold(value) });
    if (!condition.ok) return condition;
    if (condition.value.kind === "words" && condition.value.text === "") continue;
    clauses.push({ ...condition.value, isWanted });
  }
  return ok(clauses);
}

/** One filter, as typed after its name or chosen from a list. */
export function readFilter(filter: Filter, given: string): Result<Condition, UnreadableFilter> {
  const value = foldName(given);
  const state = cardStates.find((each) => each === value) ?? koreanStates[value];
  const due = dueSpans.find((each) => each === value) ?? koreanDues[value];
  if (filter === "concept" && value !== "") return ok({ kind: "concept", name: value, given });
  if (filter === "tag" && value !== "") return ok({ kind: "tag", tag: foldTag(given) });
  if (filter === "state" && state) return ok({ kind: "state", state });
  if (filter === "due" && due) return ok({ kind: "due", due });
  return fail({ kind: "unreadable-filter", filter, given });
}

/** Whether every clause holds for a card on this study day. */
export const matchesCard = (card: FindableCard, clauses: readonly Clause[], today: StudyDay): boolean =>
  clauses.every((clause) => holds(card, clause, today) === clause.isWanted);

function holds(card: FindableCard, condition: Condition, today: StudyDay): boolean {
  switch (condition.kind) {
    case "words":
      return hasText(card.text, condition.text);
    case "concept":
      return card.concepts.has(condition.name);
    case "tag":
      return card.tags.includes(condition.tag);
    case "state":
      return card.state === condition.state;
    case "due":
      return card.dueDay !== null && card.dueDay <= lastDayOf(condition.due, today);
  }
}

const lastDayOf = (due: DueSpan, today: StudyDay): StudyDay =>
  addDays(today, { overdue: -1, today: 0, week: 6 }[due]);

/** Spaces are free in Korean; in other scripts a word is never found across the gap between two others. */
const hasText = (text: CardText, wanted: string): boolean =>
  text.spaced.includes(wanted) || (/[ㄱ-ㆎ가-힣]/.test(wanted) && text.joined.includes(joined(wanted)));
