import type { CardId, ConceptId, SetId } from "@/lib/core/ids";
import { type CardImage, type Side, taughtSide } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { newMemory, previewGrades, recallChance } from "@/lib/core/schedule/grade-card";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import type { NoteFace, NoteSide, QuestionFace, ReviewCard, SourceLine } from "@/lib/core/study/review-card";
import { studyDayOf } from "@/lib/core/study-day";
import { type Locale, locales } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";
import type { CardRow } from "@/lib/db/courses";
import { statesOf } from "@/lib/db/memories";
import { mayEdit } from "../courses/see-course";
import { theStore } from "../store";
import { type CourseIndex, findCard, pathOf, type StudiedCourse } from "./course-index";
import { drawMaths } from "./draw-maths";
import { preparedExercise } from "./exercise";
import type { LoadedQueue } from "./load-queue";
import { loadsFor } from "./loads-for";
import { outlineAround } from "./outline-around";
import { schedulingFor } from "./scheduling-for";
import { askedVariant } from "./variant";

export const freshState = (): CardState => ({
  ...newMemory(),
  revision: 0,
  separating: null,
  suspendedAt: null,
  buriedUntil: null,
  flaggedAt: null,
  sinceSeq: 0,
});

type Known = Pick<LoadedQueue, "courses" | "calendar"> & {
  states: ReadonlyMap<CardId, CardState>;
  /** The set in which the cards are only practised. */
  practisedIn?: SetId | null;
};

/** The first cards of a queue, with what is known about them. */
export async function buildHead(
  person: Person,
  queue: LoadedQueue,
  length: number,
  now: number,
): Promise<{ cards: ReviewCard[]; states: ReadonlyMap<CardId, CardState> }> {
  const cardIds = queue.arranged.order.slice(0, length);
  const states = await statesOf(theStore().read, person.id, cardIds);
  return { cards: await buildCards(person, { ...queue, states }, cardIds, now), states };
}

/** Cards with everything that the page shows, and never the truth of a question. */
export async function buildCards(
  person: Person,
  queue: Known,
  cardIds: readonly CardId[],
  now: number,
): Promise<ReviewCard[]> {
  const found = cardIds.map((cardId) => {
    const card = findCard(queue.courses, cardId);
    if (!card) throw new Error(`buildCards: ${cardId} is in no course of the learner`);
    return card;
  });
  const loads = await loadsFor(person, found, now);
  return found.map((each) => buildCard(person, queue, each, { now, loads: loads?.(each.card.id) }));
}

function buildCard(
  person: Person,
  { states, calendar, practisedIn = null }: Known,
  found: { course: StudiedCourse; card: CardRow },
  { now, loads }: { now: number; loads: DayLoads | undefined },
): ReviewCard {
  const { course, card } = found;
  const cardId = card.id;
  const state = states.get(cardId) ?? freshState();
  const { stability, difficulty, reps } = state;
  const scheduling = schedulingFor(person, found);
  const recall = recallChance(state, now, calendar, scheduling);
  return {
    cardId,
    revision: state.revision,
    phase: state.phase,
    memory: state.phase === "new" ? null : { recall, stability, difficulty, reps },
    isFlagged: state.flaggedAt !== null,
    ...(card.family === null && mayEdit(person, course) && { isEditable: true as const }),
    daysLate:
      state.phase === "review" ? Math.max(0, studyDayOf(now, calendar) - (state.dueDay ?? Infinity)) : 0,
    preview: previewGrades({ memory: state, now, calendar, cardId, scheduling, loads }).preview,
    face:
      card.family === null
        ? noteFace(person, course, card, state)
        : questionFace(askedVariant(person.id, card.id, card.family, state, practisedIn)),
  };
}

function questionFace({ variant, ask }: ReturnType<typeof askedVariant>): QuestionFace {
  return {
    kind: "question",
    family: variant.family,
    version: variant.version,
    seed: variant.seed,
    params: variant.params,
    ask,
  };
}

/** A note card as the learner meets it: its words, and how it may be answered instead of only being revealed. */
function noteFace(person: Person, course: CourseIndex, card: CardRow, state: CardState): NoteFace {
  const face = writtenFace(course, card);
  for (const locale of locales) {
    const side = face.sides[locale];
    const prepared = side && preparedExercise(person.id, course, card, state, locale);
    if (side && prepared && prepared.exercise.kind !== "reveal") side.exercise = prepared.exercise;
  }
  return face;
}

/** A note card with its words and its place in the notes, in every language that it has. */
export function writtenFace(course: CourseIndex, card: CardRow): NoteFace {
  const correction = card.correction === null ? undefined : course.corrections.get(card.correction);
  const sides: NoteFace["sides"] = {};
  for (const locale of locales) {
    const side = taughtSide(card.sides, card.edit, locale);
    if (side) sides[locale] = noteSide(course, card.concept, side, locale);
  }
  return {
    kind: "note",
    rule: card.rule,
    sides,
    correction: correction ? { id: correction.id, kind: correction.kind, text: correction.text } : null,
    ...(card.images.length > 0 && { images: card.images.map((image) => pictureOf(card, image)) }),
  };
}

const pictureOf = ({ courseId }: CardRow, { path, alt }: CardImage) => ({
  src: `/api/courses/${courseId}/pictures/${path.split("/").map(encodeURIComponent).join("/")}`,
  alt,
});

function noteSide(course: CourseIndex, conceptId: ConceptId, side: Side, locale: Locale): NoteSide {
  const { front, back, file, lines } = side;
  const maths = drawMaths(front, back);
  return {
    path: pathOf(course, conceptId, locale).map(({ name }) => name),
    front,
    back,
    source: { file, lines, text: sourceOf(course, side) },
    outline: outlineAround(course, side, conceptId),
    ...(Object.keys(maths).length > 0 && { maths }),
  };
}

/** The card's lines in the note with the nearest written line on each side. */
function sourceOf(course: CourseIndex, { file, lines: [from, to] }: Side): SourceLine[] {
  const lines = course.notes.get(file)?.lines ?? [];
  const near = (start: number, step: 1 | -1): number => {
    let line = start;
    while (line >= 1 && line <= lines.length && lines[line - 1]?.trim() === "") line += step;
    return line;
  };
  const first = Math.max(1, near(from - 1, -1));
  const last = Math.min(lines.length, near(to + 1, 1));
  const shown: SourceLine[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = lines[line - 1] ?? "";
    if (text.trim() !== "") shown.push({ line, text, isCited: line >= from && line <= to });
  }
  return shown;
}
