/**
 * Foretells what a desired recall costs: the coming days of one course are studied by made-up answers. A card is
 * recalled with the chance that its curve gives on that day, and graded as its learner usually grades. Fuzz, siblings
 * and balanced days are left out: they move reviews by a few days and change no sum.
 */
import { createRng, type Rng } from "../rng";
import type { Grade } from "../schedule/memory";
import { modelOf, type Scheduling } from "../schedule/scheduling";
import { nextTrace, type Trace } from "../schedule/trace";
import type { Habits } from "./habits";
import type { WeightsKind } from "./study-rules";

/** A card met before. Days count from today, which is 0. */
export interface KnownCard extends Trace {
  kind: WeightsKind;
  lastDay: number;
  dueDay: number;
}

export interface StudyState {
  known: readonly KnownCard[];
  /** One for each card never met, in their order. */
  unseen: readonly WeightsKind[];
  schedulings: Record<WeightsKind, Scheduling>;
  newPerDay: number;
  reviewsPerDay: number;
  /** New cards go on when the reviews of the day are used up. */
  newBeyondReviews: boolean;
  habits: Habits;
  days: number;
  /** Of more cards than this only every second, third, … is simulated and stands for its neighbours. */
  mostCards?: number;
}

export interface SimulatedDay {
  /** Cards met for the first time. */
  fresh: number;
  /** Cards that came back. */
  reviews: number;
  /** Every sight of a card: steps on the first day and after a lapse included. */
  answers: number;
  minutes: number;
}

export interface Workload {
  days: SimulatedDay[];
  /** Mean over the days. */
  minutesPerDay: number;
  /** Cards met by the end, and how many of those would be recalled on the day after. */
  seen: number;
  remembered: number;
}

interface Studied extends KnownCard {
  rng: Rng;
}

/** The same rng and state give the same workload; other schedulings meet the same chances, card by card. */
export function simulateWorkload(state: StudyState, rng: Rng): Workload {
  const { known, unseen, schedulings, habits, mostCards = 2_000 } = state;
  const share = Math.max(1, Math.ceil((known.length + unseen.length) / mostCards));
  const own = () => createRng(rng.int(0, 2 ** 31));
  const met: Studied[] = everyOf(known, share).map((card) => ({ ...card, rng: own() }));
  const waiting = everyOf(unseen, share).map((kind) => ({ kind, rng: own() }));
  const agenda: Studied[][] = Array.from({ length: state.days }, () => []);
  const put = (card: Studied) => agenda[Math.max(0, card.dueDay)]?.push(card);
  for (const card of [...met].sort((a, b) => a.dueDay - b.dueDay)) put(card);

  let late: Studied[] = [];
  const days = agenda.map((due, day): SimulatedDay => {
    const room = roomOn(day, state.reviewsPerDay / share);
    const queue = [...late, ...due];
    late = queue.slice(room);
    const reviewed = queue.slice(0, room);
    const freshRoom = roomOn(day, state.newPerDay / share);
    const left = state.newBeyondReviews ? freshRoom : Math.min(freshRoom, room - reviewed.length);
    const fresh = waiting.splice(0, left);
    let answers = 0;
    for (const card of reviewed) {
      answers += reviewCard(card, day, schedulings[card.kind], habits);
      put(card);
    }
    for (const { kind, rng: chances } of fresh) {
      const { card, sights } = meetCard(kind, day, { scheduling: schedulings[kind], habits, chances });
      answers += sights;
      met.push(card);
      put(card);
    }
    const minutes = (answers * share * habits.seconds) / 60;
    return {
      fresh: fresh.length * share,
      reviews: reviewed.length * share,
      answers: answers * share,
      minutes,
    };
  });
  const recallAtEnd = (card: Studied) =>
    modelOf(schedulings[card.kind]).forgetting_curve(state.days - card.lastDay, card.stability);
  return {
    days,
    minutesPerDay: days.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, days.length),
    seen: met.length * share,
    remembered: met.reduce((sum, card) => sum + recallAtEnd(card), 0) * share,
  };
}

/** Whole cards of a limit that need not be whole, so that the days together come to it. */
const roomOn = (day: number, perDay: number): number =>
  Math.floor(perDay * (day + 1) + 1e-9) - Math.floor(perDay * day + 1e-9);

const everyOf = <Item>(items: readonly Item[], share: number): Item[] =>
  items.filter((_, at) => at % share === 0);

/** Reviews a card; gives the sights that it took: one, and the relearning steps after a lapse. */
function reviewCard(card: Studied, day: number, scheduling: Scheduling, habits: Habits): number {
  const elapsed = day - card.lastDay;
  const isRecalled = card.rng.real() < modelOf(scheduling).forgetting_curve(elapsed, card.stability);
  const grade = isRecalled ? drawGrade(card.rng, habits.recalled) : "again";
  const relearned = isRecalled ? 0 : scheduling.relearningSteps.length;
  settle(card, day, { sights: relearned, trace: nextTrace(card, elapsed, grade, scheduling), scheduling });
  return 1 + relearned;
}

/** Meets a new card and passes its steps: Easy leaves them at once, Again and Hard take one sight more than Good. */
function meetCard(
  kind: WeightsKind,
  day: number,
  { scheduling, habits, chances }: { scheduling: Scheduling; habits: Habits; chances: Rng },
): { card: Studied; sights: number } {
  const grade = drawGrade(chances, habits.first);
  const steps = scheduling.learningSteps.length;
  const more = grade === "easy" || steps === 0 ? 0 : grade === "good" ? steps - 1 : steps;
  const trace = nextTrace(null, 0, grade, scheduling);
  const card = { ...trace, kind, lastDay: day, dueDay: day, rng: chances };
  settle(card, day, { sights: more, trace, scheduling });
  return { card, sights: 1 + more };
}

/** Answers Good for the rest of the day's steps and finds the day on which the card comes back. */
function settle(
  card: Studied,
  day: number,
  { sights, trace, scheduling }: { sights: number; trace: Trace; scheduling: Scheduling },
): void {
  let left = trace;
  for (let sight = 0; sight < sights; sight += 1) left = nextTrace(left, 0, "good", scheduling);
  card.stability = left.stability;
  card.difficulty = left.difficulty;
  card.lastDay = day;
  card.dueDay = day + Math.max(1, modelOf(scheduling).next_interval(left.stability, 0));
}

function drawGrade<Some extends Grade>(rng: Rng, shares: Record<Some, number>): Some {
  const grades = Object.keys(shares) as Some[];
  let left = rng.real() * grades.reduce((sum, grade) => sum + shares[grade], 0);
  for (const grade of grades) {
    left -= shares[grade];
    if (left < 0) return grade;
  }
  throw new Error("drawGrade: no grade has a share");
}
