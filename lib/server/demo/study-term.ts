/** Lets a made-up learner study a term: the queue, the scheduler and the judge are the real ones, only the answers are drawn. */
import { favouriteSlip, rightAnswer, wrongAnswer } from "@/lib/core/demo/given-answer";
import { drawLearner, type Learner, normal } from "@/lib/core/demo/learner";
import {
  afterAnswer,
  chanceToCompute,
  chanceToKnow,
  gradeBySelf,
  type Recollection,
  timeTaken,
} from "@/lib/core/demo/recollection";
import { planTerm, type StudyPlan } from "@/lib/core/demo/study-plan";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { checkAnswer } from "@/lib/core/questions/check";
import { createRng, type Rng, seedOf } from "@/lib/core/rng";
import { recallOn } from "@/lib/core/schedule/grade-card";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import { arrangeQueue, type FreshEntry } from "@/lib/core/study/queue";
import { type StudyDay, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import type { CardState } from "@/lib/db/card-state";
import type { CardRow } from "@/lib/db/courses";
import type { NewReview } from "@/lib/db/reviews";
import { freshState } from "../study/build-card";
import { decide } from "../study/commit-answer";
import { findCard, type StudiedCourse } from "../study/course-index";
import { type Judged, judgedByHand, judgedQuestion, timesRead } from "../study/judge-answer";
import { calendarOf } from "../study/load-queue";
import { balancedAhead } from "../study/loads-for";
import { freshEntry, seenEntries, usedToday } from "../study/queue-entries";
import { schedulingFor } from "../study/scheduling-for";
import { askedVariant, levelOf, solveVariant } from "../study/variant";
import { madeUpId } from "./made-up-id";

/** All that is written of one learner's term. */
export interface StudiedTerm {
  reviews: NewReview[];
  states: ReadonlyMap<CardId, CardState>;
  leeches: ReadonlySet<CardId>;
}

/** Between two cards somebody looks up, or reads the notes beside the answer. */
const pauseMs = 2_500;
/** How often somebody says where a wrong answer came from when asked. */
const naming = 0.7;
/** Nothing that comes back later than this belongs to today, whenever the day ends. */
const dayAtMostMs = 26 * 3_600_000;
/** More cards ahead than anybody takes on in a day. */
const freshAhead = 120;

/** Studies `days` study days from `first`. The same seed, person and course give the same term. */
export function studyTerm(
  seed: string,
  person: Person,
  course: StudiedCourse,
  term: { first: StudyDay; days: number },
): StudiedTerm {
  const rng = createRng(seedOf(seed));
  const learner = drawLearner(rng);
  const desk = new Desk(rng, learner, person, course);
  for (const plan of planTerm(rng, learner, term.first, term.days)) desk.studyDay(plan);
  return desk;
}

/** One learner at work, with everything that the database would hold of them. */
class Desk implements StudiedTerm {
  readonly reviews: NewReview[] = [];
  readonly states = new Map<CardId, CardState>();
  readonly leeches = new Set<CardId>();
  readonly #known = new Map<CardId, Recollection>();
  readonly #rightTimes = new Map<string, number[]>();
  readonly #slips = new Map<string, { favourite: string | null; made: number }>();
  #fresh: FreshEntry[];

  constructor(
    readonly rng: Rng,
    readonly learner: Learner,
    readonly person: Person,
    readonly course: StudiedCourse,
  ) {
    this.#fresh = [...course.cards.values()].map((card) => freshEntry([course], course, card));
  }

  studyDay({ day, startMinute, newCards, answers }: StudyPlan): void {
    let now = startOfStudyDay(day, calendarOf(this.person)) + startMinute * 60_000;
    const from = this.reviews.length;
    for (let given = 0; given < answers; given += 1) {
      const cardId = this.#nextCard(now, day, newCards, this.reviews.slice(from));
      const found = cardId && findCard([this.course], cardId);
      if (!found) return;
      now += this.#answer(found, now, day) + pauseMs;
    }
  }

  #nextCard(now: number, today: StudyDay, newCards: number, done: NewReview[]): CardId | undefined {
    const { person, course, states } = this;
    const rows = [...states]
      .filter(([, { dueAt, suspendedAt }]) => dueAt <= now + dayAtMostMs && suspendedAt === null)
      .map(([cardId, state]) => ({ cardId, ...state }));
    const { order } = arrangeQueue({
      now,
      today,
      seen: seenEntries([course], rows),
      fresh: this.#fresh.slice(0, freshAhead),
      rules: rulesOf(person),
      limits: { new: newCards, reviews: person.reviewsPerDay },
      courseLimits: new Map(),
      ...usedToday([course], done),
      lastCardId: done.at(-1)?.cardId ?? null,
      recallOf: ({ memory }) => recallOn(memory, today),
    });
    return order[0];
  }

  /** Answers one card shown at `shownAt`; gives the milliseconds that it took. */
  #answer(found: { course: StudiedCourse; card: CardRow }, shownAt: number, day: StudyDay): number {
    const { rng, person } = this;
    const { card } = found;
    const stored = this.states.get(card.id) ?? null;
    const state = stored ?? freshState();
    const known = this.#known.get(card.id) ?? null;
    const hardness = hardnessOf(card);
    const chance = chanceToKnow(this.learner, known, shownAt, hardness);
    const { judged, takenMs } =
      card.family === null
        ? this.#gradeNote(chance)
        : this.#compute(
            card.id,
            card.family,
            state,
            chanceToCompute(chance, this.learner, hardness, levelOf(state)),
          );
    const now = shownAt + takenMs;
    const { after, review } = decide(
      person,
      { id: asId<ReviewId>(madeUpId(rng)), cardId: card.id },
      {
        stored,
        state,
        judged,
        takenMs,
        now,
        scheduling: schedulingFor(person, found),
        loads: this.#loads(card, now),
      },
    );
    if (review.leech === "tag" && this.leeches.has(card.id)) review.leech = null;
    if (review.leech === "tag") this.leeches.add(card.id);
    this.reviews.push(review);
    this.states.set(card.id, after);
    this.#known.set(card.id, afterAnswer(this.learner, known, review.grade, { at: now, day }));
    if (stored === null) this.#fresh = this.#fresh.filter(({ cardId }) => cardId !== card.id);
    return takenMs;
  }

  #gradeNote(chance: number): { judged: Judged; takenMs: number } {
    const knows = this.rng.real() < chance;
    const takenMs = timeTaken(this.rng, this.learner, knows, false);
    return { judged: judgedByHand(gradeBySelf(this.rng, knows)), takenMs };
  }

  #compute(
    cardId: CardId,
    familyId: string,
    state: CardState,
    chance: number,
  ): { judged: Judged; takenMs: number } {
    const { rng } = this;
    const { variant } = askedVariant(this.person.id, cardId, familyId, state);
    const { family, truth } = solveVariant(variant);
    const question = { family, params: variant.params, truth };
    const slips = this.#slips.get(familyId) ?? { favourite: favouriteSlip(rng, family), made: 0 };
    this.#slips.set(familyId, slips);
    const wrong = rng.real() < chance ? null : wrongAnswer(rng, question, slips.favourite, slips.made);
    if (wrong && wrong.slip !== null && wrong.slip === slips.favourite) slips.made += 1;
    const given = wrong?.given ?? rightAnswer(question);
    const checked = checkAnswer(family, variant.params, truth, given);
    const takenMs = timeTaken(rng, this.learner, wrong === null, true);
    const times = this.#rightTimes.get(familyId) ?? [];
    const { verdict } = checked;
    const named = rng.real() < naming ? wrong?.slip : null;
    const answer = { given, browserVerdict: verdict, ...(named && { slip: named }) };
    const judged = judgedQuestion(variant, checked, answer, { takenMs, times: times.slice(-timesRead) });
    if (verdict === "right") this.#rightTimes.set(familyId, [...times, takenMs]);
    return { judged, takenMs };
  }

  /** What `loadsFor` reads from the database. */
  #loads({ id, siblingGroup }: CardRow, now: number): DayLoads {
    const due = new Map<StudyDay, number>();
    const today = studyDayOf(now, calendarOf(this.person));
    for (const { phase, dueDay, lastDay, suspendedAt } of this.states.values()) {
      if (phase !== "review" || dueDay === null || lastDay === today || suspendedAt !== null) continue;
      if (dueDay > today && dueDay <= today + balancedAhead) due.set(dueDay, (due.get(dueDay) ?? 0) + 1);
    }
    const siblings = (this.course.groups.get(siblingGroup) ?? []).flatMap((sibling) => {
      const state = sibling === id ? undefined : this.states.get(sibling);
      return state === undefined || state.dueDay === null || state.lastDay === today ? [] : [state.dueDay];
    });
    return { due, siblings, easyDays: rulesOf(this.person).easyDays };
  }
}

/** How hard a concept is for everybody, in log-odds: a course has its steep places, the same for the whole class. */
const hardnessOf = ({ concept }: CardRow): number => normal(createRng(seedOf(`hardness:${concept}`))) * 0.5;
