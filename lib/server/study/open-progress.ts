import type { CardId, CourseId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { recallOn } from "@/lib/core/schedule/grade-card";
import type { CardMemory } from "@/lib/core/study/mastery";
import type { CardKind, ConceptProgress, Leech, Progress } from "@/lib/core/study/progress/progress";
import { type Reliability, sumUpReliability } from "@/lib/core/study/progress/reliability";
import { spreadDifficulty, spreadStability } from "@/lib/core/study/progress/spread";
import { timeSpent } from "@/lib/core/study/progress/time-spent";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { studyDayOf } from "@/lib/core/study-day";
import { inLocale, type Locale } from "@/lib/core/text";
import { coursesSeenBy } from "@/lib/db/courses";
import { allStates, type DueRow } from "@/lib/db/memories";
import { type PromisedReview, promisedReviews, studiedDays, suspendedLeeches } from "@/lib/db/progress";
import { tagsOf } from "@/lib/db/tags";
import { wordsOf } from "../cards/list-cards";
import { mayEdit, mayImport } from "../courses/see-course";
import { theStore } from "../store";
import { cardsByConcept, figuresOf } from "./concept-figures";
import { coursesOf, familyOfConcept, findCard, type StudiedCourse } from "./course-index";
import { leechTag } from "./leech-tag";
import { calendarOf } from "./load-queue";

/** Days whose time is drawn, today included. */
const timedDays = 30;

/** How a learner gets on: days, promises kept, memories, concepts, and the cards that will not stay. */
export async function openProgress(person: Person, locale: Locale, now: number): Promise<Progress> {
  const { read } = theStore();
  const [courses, states, days, reviews, tags, setAside, heads] = await Promise.all([
    coursesOf(person.id),
    allStates(read, person.id),
    studiedDays(read, person.id),
    promisedReviews(read, person.id),
    tagsOf(read, person.id),
    suspendedLeeches(read, person.id),
    coursesSeenBy(read, person.id),
  ]);
  const memories = new Map(states.map((state) => [state.cardId, state]));
  const kept = states.filter(({ phase, cardId }) => phase !== "new" && findCard(courses, cardId));
  const today = studyDayOf(now, calendarOf(person));
  const leeches = tags.flatMap(({ cardId, tag }) => (tag === leechTag ? cardId : []));
  return {
    today,
    days,
    time: timeSpent(days, today, timedDays),
    retention: judgeRetention(person, reviews),
    stability: spreadStability(kept.map(({ stability }) => stability)),
    difficulty: spreadDifficulty(kept.map(({ difficulty }) => difficulty)),
    concepts: conceptsOf(person, courses, { memories, locale, now }),
    leeches: leechesOf(new Set([...leeches, ...setAside]), courses, {
      memories,
      locale,
      editable: new Map(
        heads
          .filter((head) => mayEdit(person, head))
          .map((head) => [head.id, { maySplit: mayImport(person, head) }]),
      ),
    }),
  };
}

/** What the curve promised for the day of each review, with the weights that the learner has now. */
function judgeRetention(
  person: Person,
  reviews: readonly PromisedReview[],
): Record<CardKind, Reliability | null> {
  const judge = (wanted: boolean, weights: readonly number[] | undefined) => {
    const scheduling = schedulingOf(rulesOf(person), { weights });
    const predictions = reviews
      .filter(({ isComputed }) => isComputed === wanted)
      .map(({ stability, lastDay, studyDay, isRecalled }) => ({
        chance: recallOn({ phase: "review", stability, lastDay }, studyDay, scheduling),
        isRecalled,
      }));
    return sumUpReliability(predictions);
  };
  const { notes, skills } = person.weights;
  return { notes: judge(false, notes), computed: judge(true, skills) };
}

interface Known {
  memories: ReadonlyMap<string, DueRow>;
  locale: Locale;
}

/** Every concept with a learner's figures: those met from the weakest up, then the others in the order of the notes. */
export function conceptsOf(
  person: Person,
  courses: readonly StudiedCourse[],
  known: Known & { now: number },
): ConceptProgress[] {
  const memories: ReadonlyMap<string, CardMemory> = known.memories;
  const concepts = courses.flatMap((course) =>
    figuresOf(person, course, { ...known, memories, cards: cardsByConcept(course) }).map((figures) => ({
      ...figures,
      courseId: course.id,
    })),
  );
  const isSeen = ({ seen }: ConceptProgress) => seen > 0;
  return [
    ...concepts.filter(isSeen).sort((one, other) => one.mastery - other.mastery),
    ...concepts.filter((concept) => !isSeen(concept)),
  ];
}

function leechesOf(
  cardIds: ReadonlySet<CardId>,
  courses: readonly StudiedCourse[],
  { memories, locale, editable }: Known & { editable: ReadonlyMap<CourseId, { maySplit: boolean }> },
): Leech[] {
  const leeches = [...cardIds].flatMap((cardId): Leech[] => {
    const found = findCard(courses, cardId);
    const shown = found && inLocale(wordsOf(found.card), locale);
    if (!found || !shown) return [];
    const memory = memories.get(cardId);
    const { course, card } = found;
    const allowed = card.family === null ? editable.get(course.id) : undefined;
    return [
      {
        cardId,
        courseId: course.id,
        conceptId: card.concept,
        front: shown.value.front,
        language: shown.locale,
        family: card.family ?? familyOfConcept(course, card.concept),
        lapses: memory?.lapses ?? 0,
        isSuspended: (memory?.suspendedAt ?? null) !== null,
        mayEdit: allowed !== undefined,
        maySplit: allowed?.maySplit ?? false,
      },
    ];
  });
  return leeches.sort((one, other) => other.lapses - one.lapses);
}
