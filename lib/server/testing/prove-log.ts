/** Random grades, folded in memory and stored in batches: what the database holds, and what its log gives, is the fold. */
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { createRng } from "@/lib/core/rng";
import { grades } from "@/lib/core/schedule/memory";
import { schedulingOf } from "@/lib/core/study/study-rules";
import type { CardState } from "@/lib/db/card-state";
import { allStates, replaceState } from "@/lib/db/memories";
import { appendReview, type NewReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { freshState } from "../study/build-card";
import { decide } from "../study/commit-answer";
import { judgedByHand } from "../study/judge-answer";
import { rebuildLearner } from "../study/rebuild";

const batch = 500;
const takenMs = 4_000;

/** How many grades were given to how many cards, and what each part took. */
export interface Proof {
  grades: number;
  cards: number;
  /** Cards whose stored state differs from the fold in any bit, and whose log gives another memory than the stored one. */
  storedOtherwise: number;
  replayedOtherwise: number;
  seconds: { fold: number; store: number; replay: number };
}

interface Study {
  cardIds: readonly CardId[];
  grades: number;
  seed: number;
  from: number;
  /** The longest pause between two grades. */
  pauseMs: number;
}

/** Lets a learner with an empty log give so many grades, any grade to any card. */
export async function proveLog(person: Person, study: Study): Promise<Proof> {
  const rng = createRng(study.seed);
  const scheduling = schedulingOf(rulesOf(person));
  const folded = new Map<CardId, CardState>();
  /** Revisions of the rows that the database has. */
  const revisions = new Map<CardId, number>();
  const seconds = { fold: 0, store: 0, replay: 0 };
  let now = study.from;

  const fold = (): NewReview => {
    const cardId = rng.pick(study.cardIds);
    now += rng.int(1, study.pauseMs);
    const stored = folded.get(cardId) ?? null;
    const state = stored ?? freshState();
    const judged = judgedByHand(rng.pick(grades));
    const input = { id: asId<ReviewId>(`${person.id}-${folded.size}-${now}`), cardId };
    const { after, review } = decide(person, input, { stored, state, judged, takenMs, now, scheduling });
    folded.set(cardId, after);
    return review;
  };
  const store = (reviews: readonly NewReview[]) =>
    theStore().tx(async (db) => {
      for (const review of reviews) await appendReview(db, review);
      for (const cardId of new Set(reviews.map((review) => review.cardId))) {
        const state = folded.get(cardId);
        if (!state) continue;
        await replaceState(db, { userId: person.id, cardId }, revisions.get(cardId) ?? null, state);
        revisions.set(cardId, state.revision);
      }
    });

  for (let given = 0; given < study.grades; given += batch) {
    const began = performance.now();
    const reviews = Array.from({ length: Math.min(batch, study.grades - given) }, fold);
    const between = performance.now();
    await store(reviews);
    seconds.fold += (between - began) / 1000;
    seconds.store += (performance.now() - between) / 1000;
  }

  const states = await allStates(theStore().read, person.id);
  const differs = states.filter(({ cardId, ...state }) => {
    const expected = folded.get(cardId);
    return !expected || fieldsOf(expected).some((field) => !Object.is(expected[field], state[field]));
  });
  const began = performance.now();
  const { changed } = await theStore().tx((db) => rebuildLearner(db, person));
  seconds.replay = (performance.now() - began) / 1000;
  return {
    grades: study.grades,
    cards: folded.size,
    storedOtherwise: differs.length + Math.abs(folded.size - states.length),
    replayedOtherwise: changed,
    seconds,
  };
}

const fieldsOf = (state: CardState) => Object.keys(state) as (keyof CardState)[];
