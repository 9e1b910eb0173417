/** Cards and reviews as the HTTP API gives them: times in ISO 8601, one language. */
import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { type Grade, grades } from "@/lib/core/schedule/memory";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { inLocale, type Locale } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";
import { statesOf } from "@/lib/db/memories";
import { theStore } from "../store";
import { buildCards, buildHead } from "./build-card";
import type { Committed } from "./commit-answer";
import { coursesOf, findCard } from "./course-index";
import { calendarOf, loadQueue } from "./load-queue";

const isoOf = (at: number): string => new Date(at).toISOString();

function shapeCard(card: ReviewCard, dueAt: number, locale: Locale) {
  const { cardId, revision, face } = card;
  const preview = Object.fromEntries(
    grades.map((grade) => [grade, isoOf(card.preview[grade].dueAt)]),
  ) as Record<Grade, string>;
  const common = { cardId, revision, dueAt: isoOf(dueAt), preview };
  if (face.kind === "question") {
    const { family, version, seed, params, ask } = face;
    return { ...common, family, version, seed, params, ask };
  }
  const side = inLocale(face.sides, locale)?.value;
  return { ...common, front: side?.front ?? "", back: side?.back ?? "" };
}
const dueAtOf = (state: CardState | undefined, dayStart: number): number =>
  state && state.phase !== "new" ? state.dueAt : dayStart;
export type ApiCard = ReturnType<typeof shapeCard>;

/** The first cards of today's queue with the counts of all of it. A card never seen has been due since the day began. */
export async function apiQueue(
  person: Person,
  { limit, locale, now }: { limit: number; locale: Locale; now: number },
) {
  const queue = await loadQueue(person, now);
  const dayStart = startOfStudyDay(queue.today, queue.calendar);
  const { cards, states } = await buildHead(person, queue, limit, now);
  return {
    counts: queue.arranged.counts,
    cards: cards.map((card) => shapeCard(card, dueAtOf(states.get(card.cardId), dayStart), locale)),
  };
}

/** One card of the learner as it stands, due or not; null when it is nobody's or another's. */
export async function apiCard(person: Person, cardId: CardId, now: number): Promise<ApiCard | null> {
  const courses = await coursesOf(person.id);
  if (!findCard(courses, cardId)) return null;
  const calendar = calendarOf(person);
  const states = await statesOf(theStore().read, person.id, [cardId]);
  const [card] = await buildCards(person, { courses, states, calendar }, [cardId], now);
  const dayStart = startOfStudyDay(studyDayOf(now, calendar), calendar);
  return card ? shapeCard(card, dueAtOf(states.get(cardId), dayStart), person.locale) : null;
}

/** What a recorded review came to; the same whenever it is asked for. */
export function apiReview({ review }: Committed) {
  const { id, cardId, after, verdict } = review;
  const { revision, phase, stability, difficulty, dueAt } = after;
  return {
    id,
    cardId,
    revision,
    state: phase,
    stability,
    difficulty,
    dueAt: isoOf(dueAt),
    ...(verdict !== null && { verdict }),
  };
}
