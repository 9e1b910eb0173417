import { expect, test } from "vitest";
import { whyNow } from "./why-now";

const memory = { recall: 0.8749, stability: 10, difficulty: 5, reps: 4 };

test("a card says whether it is new, being learned, due or late", () => {
  expect(whyNow({ phase: "new", memory: null, daysLate: 0 })).toEqual({ kind: "new" });
  expect(whyNow({ phase: "relearning", memory, daysLate: 0 })).toEqual({ kind: "relearning" });
  expect(whyNow({ phase: "review", memory, daysLate: 0 })).toEqual({ kind: "due", percent: 87 });
  expect(whyNow({ phase: "review", memory, daysLate: 3 })).toEqual({ kind: "late", percent: 87, days: 3 });
});
