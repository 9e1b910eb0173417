import { expect, test } from "vitest";
import { asId, type CardId } from "../ids";
import { headWithout } from "./head-without";
import type { ReviewCard } from "./review-card";
import type { Submission } from "./session";

const card = (name: string, phase: ReviewCard["phase"], kind = "note") =>
  ({ cardId: asId<CardId>(name), phase, face: { kind } }) as ReviewCard;
const answered = (name: string, grade: "good" | "again"): Submission => ({
  id: name,
  cardId: asId<CardId>(name),
  revision: 0,
  answer: { kind: "grade", grade },
  takenMs: 1,
});

test("what was answered and what only a server can judge is left out, and the rest is counted", () => {
  const cards = [card("a", "review"), card("q", "new", "question"), card("b", "new"), card("c", "learning")];
  expect(headWithout(cards, [answered("a", "again")])).toEqual({
    cards: [cards[2]],
    counts: { new: 1, learning: 1, review: 0 },
    done: ["again"],
    doneCount: 1,
    againCount: 1,
    lastReviewId: null,
    nextLearningAt: null,
    asOf: null,
    changesAt: null,
  });
  expect(headWithout([], []).cards).toEqual([]);
});
