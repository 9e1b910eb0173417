import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { scheduleCommand } from "./schedule";

const replay = (input: unknown) =>
  scheduleCommand(["replay"], Readable.from([typeof input === "string" ? input : JSON.stringify(input)]));
const review = (at: string, grade: string) => ({ at, grade });

test("a log is replayed state by state, with the rollover instant of the learner's zone", async () => {
  const { exit, json } = await replay({
    settings: { zone: "Asia/Seoul" },
    reviews: [
      review("2026-03-02T03:00:00Z", "good"),
      review("2026-03-02T03:10:00Z", "good"),
      review("2026-03-04T03:00:00Z", "again"),
    ],
  });
  expect(exit).toBe(0);
  expect(json).toMatchObject({
    states: [
      {
        state: "learning",
        intervalDays: 600 / 86_400,
        dueAt: "2026-03-02T03:10:00.000Z",
        lapses: 0,
        leech: false,
      },
      {
        state: "review",
        intervalDays: 2,
        dueAt: "2026-03-03T19:00:00.000Z",
        stability: expect.closeTo(2.3065, 6),
      },
      { state: "relearning", lapses: 1, dueAt: "2026-03-04T03:10:00.000Z" },
    ],
  });
});

test("D5 a learning step across the rollover is told as a fraction of a day, with its exact instant", async () => {
  const { json } = await replay({ reviews: [review("2026-03-02T03:55:00Z", "good")] });
  expect(json).toMatchObject({
    states: [{ state: "learning", intervalDays: 600 / 86_400, dueAt: "2026-03-02T04:05:00.000Z" }],
  });
});

test("the eighth lapse makes a leech", async () => {
  const reviews = [review("2026-01-01T12:00:00Z", "easy")];
  for (let lapse = 1; lapse <= 9; lapse += 1) {
    const day = String(2 * lapse).padStart(2, "0");
    reviews.push(review(`2026-02-${day}T12:00:00Z`, "again"), review(`2026-02-${day}T12:30:00Z`, "good"));
  }
  const { json } = await replay({ reviews });
  const { states } = json as { states: { lapses: number; leech: boolean }[] };
  expect(states.filter(({ leech }) => leech).map(({ lapses }) => lapses)).toEqual([8]);
});

test.each([
  ["not JSON", "bad-input"],
  [{ reviews: [review("yesterday", "good")] }, "bad-field"],
  [{ reviews: [review("2026-01-01T12:00:00Z", "great")] }, "bad-field"],
  [{ settings: { zone: "Moon/Base" }, reviews: [] }, "bad-field"],
  [{ settings: { retention: 1 }, reviews: [] }, "bad-field"],
  [{ settings: { weights: [1] }, reviews: [] }, "bad-field"],
  [{}, "bad-field"],
])("refuses %j with a reason", async (input, kind) => {
  expect(await replay(input)).toMatchObject({ exit: 1, json: { error: { kind } } });
});

test("wants to be told what to do", async () => {
  expect((await scheduleCommand([], Readable.from([""]))).exit).toBe(2);
});
