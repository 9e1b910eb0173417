import { describe, expect, it } from "vitest";
import { runReference } from "../compute/reference";
import { checkAnswer } from "../questions/check";
import { drawVariant } from "../questions/draw-variant";
import { families } from "../questions/registry";
import { createRng } from "../rng";
import type { StudyDay } from "../study-day";
import { favouriteSlip, rightAnswer, wrongAnswer } from "./given-answer";
import { drawLearner } from "./learner";
import { afterAnswer, chanceToCompute, chanceToKnow } from "./recollection";
import { planTerm } from "./study-plan";

const first = 20_000 as StudyDay;
const learners = Array.from({ length: 30 }, (_, seed) => drawLearner(createRng(seed)));

describe("a made-up class", () => {
  it("has learners with memories of their own around the usual one", () => {
    const kept = learners.map(({ memory }) => memory.weights[2] ?? 0).sort((a, b) => a - b);
    expect(new Set(kept).size).toBe(30);
    expect(kept[0]).toBeLessThan(2);
    expect(kept[29]).toBeGreaterThan(3);
    expect(kept[15]).toBeGreaterThan(1.5);
    expect(kept[15]).toBeLessThan(3.5);
  });

  it("studies on some days of a term, in order, with more new cards as it goes on", () => {
    const [learner] = learners;
    if (!learner) return;
    const plan = planTerm(createRng(1), { ...learner, diligence: 0.6, newCards: [2, 5] }, first, 105);
    const days = plan.map(({ day }) => day - first);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.length).toBeGreaterThan(40);
    expect(days.length).toBeLessThan(85);
    expect(days.at(-1)).toBeLessThan(105);
    const newCards = plan.map((each) => each.newCards);
    expect([newCards[0], newCards.at(-1)]).toEqual([2, 5]);
    expect(newCards).toEqual([...newCards].sort((a, b) => a - b));
  });
});

describe("what a made-up learner keeps", () => {
  const learner = { ...(learners[0] ?? drawLearner(createRng(0))), ability: 0 };
  const at = 1_700_000_000_000;
  const dayMs = 86_400_000;

  it("fades by the day, and a hard concept is known less at first sight", () => {
    const known = afterAnswer(learner, null, "good", { at, day: first });
    const chances = [0, 1, 10, 100].map((days) => chanceToKnow(learner, known, at + days * dayMs, 0));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances[0]).toBeCloseTo(0.98, 9);
    expect(chanceToKnow(learner, null, at, 0)).toBeCloseTo(0.5498, 4);
    expect(chanceToKnow(learner, null, at, 1)).toBeCloseTo(0.31, 4);
  });

  it("grows when it is recalled and shrinks when it is not", () => {
    const known = afterAnswer(learner, null, "good", { at, day: first });
    const later = { at: at + 5 * dayMs, day: (first + 5) as StudyDay };
    expect(afterAnswer(learner, known, "good", later).stability).toBeGreaterThan(known.stability);
    expect(afterAnswer(learner, known, "again", later).stability).toBeLessThan(known.stability);
  });

  it("is harder to compute with at a higher level", () => {
    expect(chanceToCompute(0.9, learner, 0, 1)).toBeCloseTo(0.9, 9);
    expect(chanceToCompute(0.9, learner, 0, 3)).toBeCloseTo(0.8316, 4);
  });
});

describe("what a made-up learner types", () => {
  it.each(families.map((family) => [family.id, family] as const))(
    "into %s is read as right when meant so, and else as wrong by the rule it follows",
    (_, family) => {
      for (const level of family.levels) {
        const { params } = drawVariant(family, 41 + level, level);
        const run = runReference(family.solve(params));
        if (!run.ok) throw new Error(run.error.message);
        const question = { family, params, truth: family.read(run.value, params) };
        const check = (given: string) => checkAnswer(family, params, question.truth, given);
        expect(check(rightAnswer(question)).verdict).toBe("right");
        for (let seed = 0; seed < 10; seed += 1) {
          const rng = createRng(seed);
          const wrong = wrongAnswer(rng, question, favouriteSlip(rng, family), 0);
          if (!wrong) throw new Error("nothing wrong to type");
          const { verdict, slips } = check(wrong.given);
          expect(verdict).toBe("wrong");
          if (wrong.slip !== null) expect(slips).toContain(wrong.slip);
        }
      }
    },
  );

  it("follows the favourite wrong rule less the more often it was made", () => {
    const family = families.find(({ id }) => id === "conv-output-size");
    if (!family) throw new Error("no such family");
    const { params } = drawVariant(family, 5, 2);
    const run = runReference(family.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const question = { family, params, truth: family.read(run.value, params) };
    const favourite = family.mistakes[0]?.slip ?? null;
    const share = (made: number) =>
      Array.from({ length: 400 }, (_, seed) =>
        wrongAnswer(createRng(seed), question, favourite, made),
      ).filter((wrong) => wrong?.slip === favourite).length / 400;
    expect(share(0)).toBeGreaterThan(0.6);
    expect(share(6)).toBeLessThan(0.35);
  });
});
