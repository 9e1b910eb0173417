import { expect, test } from "vitest";
import { asId, type CardId, type ConceptId } from "../ids";
import { judgeExercise } from "./judge-exercise";
import { makeOddOne, questionOf } from "./odd-one";

const card = {
  id: asId<CardId>("pooling.r4.not.x"),
  concept: asId<ConceptId>("pooling"),
  rule: "R4" as const,
  front: "Which of these is no kind of pooling?\n· Max Pooling\n· receptive field\n· Average Pooling",
  back: "receptive field",
  file: "n.md",
  lines: [1, 2] as [number, number],
};

test("the options of the question are chosen from, in another order for another seed", () => {
  const orders = new Set<string>();
  for (let seed = 1; seed <= 30; seed += 1) {
    const prepared = makeOddOne(card, seed);
    if (prepared?.exercise.kind !== "choice") throw new Error("no choice was made");
    const { options } = prepared.exercise;
    orders.add(options.map(({ text }) => text).join());
    for (const { id, text } of options)
      expect(judgeExercise(prepared, { kind: "choice", id }).verdict).toBe(
        text === card.back ? "right" : "wrong",
      );
  }
  expect(orders.size).toBeGreaterThan(3);
  expect(questionOf(card.front)).toBe("Which of these is no kind of pooling?");
});

test("a list that asks for its members, or whose answer is none of the options, is no such question", () => {
  expect(makeOddOne({ ...card, front: "Name the two kinds." }, 1)).toBeNull();
  expect(makeOddOne({ ...card, back: "stride" }, 1)).toBeNull();
  expect(makeOddOne({ ...card, rule: "R1" }, 1)).toBeNull();
  expect(questionOf("a · b")).toBe("a · b");
});
