/** What each desired recall would cost a learner in one course, and what would be remembered. */
import { type Person, rulesOf } from "@/lib/core/people/person";
import { createRng, seedOf } from "@/lib/core/rng";
import type { Habits } from "@/lib/core/study/habits";
import type { ForetoldWorkload } from "@/lib/core/study/progress/progress";
import { lowestLimits } from "@/lib/core/study/room";
import { type KnownCard, simulateWorkload } from "@/lib/core/study/simulate-workload";
import { schedulingOf, type WeightsKind } from "@/lib/core/study/study-rules";
import { studyDayOf } from "@/lib/core/study-day";
import type { DueRow } from "@/lib/db/memories";
import type { StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";

/** Days that are studied in advance. */
export const foretoldDays = 90;
/** Denser where the curve bends. */
const retentions = [0.7, 0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.99];
/** Every second, third, … card stands for its neighbours beyond this: a page must not wait for a curve. */
const mostCards = 300;

export function foretellWorkload(
  person: Person,
  course: StudiedCourse,
  { states, habits }: { states: ReadonlyMap<string, DueRow>; habits: Habits },
  now: number,
): ForetoldWorkload[] {
  const rules = rulesOf(person);
  const { known, unseen } = cardsOf(course, states, studyDayOf(now, calendarOf(person)));
  const limits = lowestLimits({ new: person.newPerDay, reviews: person.reviewsPerDay }, course.rules);
  return retentions.map((retention) => {
    const of = (kind: WeightsKind) =>
      schedulingOf(rules, { course: { retention }, weights: person.weights[kind] });
    const { minutesPerDay, seen, remembered } = simulateWorkload(
      {
        known,
        unseen,
        schedulings: { notes: of("notes"), skills: of("skills") },
        newPerDay: limits.new,
        reviewsPerDay: limits.reviews,
        newBeyondReviews: rules.newBeyondReviews,
        habits,
        days: foretoldDays,
        mostCards,
      },
      // The same chances for each recall, so that the curve shows the recall and not the draw.
      createRng(seedOf(course.id)),
    );
    return { retention, minutesPerDay, remembered: seen === 0 ? null : remembered / seen };
  });
}

function cardsOf(course: StudiedCourse, states: ReadonlyMap<string, DueRow>, today: number) {
  const known: KnownCard[] = [];
  const unseen: WeightsKind[] = [];
  for (const { id, family } of course.cards.values()) {
    const kind = family === null ? "notes" : "skills";
    const state = states.get(id);
    if (state && state.suspendedAt !== null) continue;
    if (!state || state.phase === "new") unseen.push(kind);
    else {
      const { stability, difficulty, lastDay, dueDay } = state;
      const ago = (lastDay ?? today) - today;
      known.push({
        kind,
        stability,
        difficulty,
        lastDay: Math.min(0, ago),
        dueDay: (dueDay ?? today) - today,
      });
    }
  }
  return { known, unseen };
}
