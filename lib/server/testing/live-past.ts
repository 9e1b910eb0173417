import { randomUUID } from "node:crypto";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { createRng } from "@/lib/core/rng";
import { gradeCard, newMemory } from "@/lib/core/schedule/grade-card";
import type { Memory } from "@/lib/core/schedule/memory";
import { modelOf, usualScheduling } from "@/lib/core/schedule/scheduling";
import { nextTrace, type Trace } from "@/lib/core/schedule/trace";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { dayMs, studyDayOf } from "@/lib/core/study-day";
import { replaceState } from "@/lib/db/memories";
import { appendReview, type NewReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { freshState } from "../study/build-card";
import { calendarOf } from "../study/load-queue";

interface Past {
  cardIds: readonly CardId[];
  /** Days of study before `until`, and cards met on each. */
  days: number;
  newPerDay: number;
  until: number;
  /** The memory that the learner really has; the scheduler goes by the person's weights. */
  truth: readonly number[];
  seed: number;
}

/** For tests: writes the reviews of somebody who forgets by a memory of their own, and the memories that they leave. */
export async function livePast(person: Person, past: Past): Promise<NewReview[]> {
  const { cardIds, days, newPerDay, until, truth, seed } = past;
  const rng = createRng(seed);
  const calendar = calendarOf(person);
  const scheduling = schedulingOf(rulesOf(person), { weights: person.weights.notes });
  const real = { ...usualScheduling, weights: truth };
  const known = new Map<CardId, { memory: Memory; trace: Trace }>();
  const reviews: NewReview[] = [];

  const review = (cardId: CardId, now: number) => {
    const before = known.get(cardId);
    const studyDay = studyDayOf(now, calendar);
    const elapsed = before ? studyDay - (before.memory.lastDay ?? studyDay) : 0;
    const chance = before ? modelOf(real).forgetting_curve(elapsed, before.trace.stability) : 0.6;
    const grade = rng.real() < chance ? rng.pick(["good", "good", "good", "hard", "easy"] as const) : "again";
    const memory = before?.memory ?? newMemory();
    const after = gradeCard({ memory, grade, now, calendar, cardId, scheduling });
    known.set(cardId, { memory: after, trace: nextTrace(before?.trace ?? null, elapsed, grade, real) });
    reviews.push({
      id: asId<ReviewId>(randomUUID()),
      userId: person.id,
      cardId,
      at: now,
      studyDay,
      kind: "review",
      grade,
      takenMs: 8_000,
      phase: memory.phase,
      before: before ? { ...freshState(), ...memory } : null,
      after: { ...freshState(), ...after },
      unit: after.phase === "review" ? "days" : "seconds",
      amount: 1,
      family: null,
      version: null,
      seed: null,
      params: null,
      given: null,
      verdict: null,
      browserVerdict: null,
      slips: [],
      slip: null,
      setId: null,
      leech: null,
    });
  };

  for (let ago = days; ago > 0; ago -= 1) {
    let now = until - ago * dayMs;
    const met = cardIds.slice(0, (days - ago + 1) * newPerDay);
    const isDue = (cardId: CardId) => (known.get(cardId)?.memory.dueAt ?? 0) <= now;
    for (let round = 0; round < 4; round += 1) {
      for (const cardId of met.filter(isDue)) {
        now += 10_000;
        review(cardId, now);
      }
      now += 700_000;
    }
  }
  await theStore().tx(async (db) => {
    for (const each of reviews) await appendReview(db, each);
    for (const [cardId, { memory }] of known)
      await replaceState(db, { userId: person.id, cardId }, null, { ...freshState(), ...memory });
  });
  return reviews;
}
