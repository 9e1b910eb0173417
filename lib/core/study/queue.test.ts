import { describe, expect, test } from "vitest";
import { asId, type CardId, type CourseId } from "../ids";
import { gradeCard, newMemory } from "../schedule/grade-card";
import type { Memory } from "../schedule/memory";
import { type Calendar, studyDayOf } from "../study-day";
import { arrangeQueue, type FreshEntry, learnAheadMs, type QueueInput, type SeenEntry } from "./queue";
import { usualRules } from "./study-rules";

const utc: Calendar = { zone: "UTC", rolloverHour: 4 };
const now = Date.parse("2026-03-02T12:00:00Z");
const today = studyDayOf(now, utc);
const id = (text: string) => asId<CardId>(text);
const minute = 60_000;

const place = { courseId: asId<CourseId>("course"), coursePlace: 0, position: 0 };
const fresh = (count: number, isSkill = false, prefix = isSkill ? "skill" : "note"): FreshEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    cardId: id(`${prefix}-${at}`),
    ...place,
    group: `${prefix}-group-${at}`,
    isSkill,
    position: at,
  }));
const review = (name: string, daysLate = 0): SeenEntry => ({
  cardId: id(name),
  ...place,
  group: `${name}-group`,
  buriedUntil: null,
  memory: {
    ...newMemory(),
    phase: "review",
    stability: 5,
    difficulty: 5,
    dueDay: (today - daysLate) as Memory["dueDay"],
    dueAt: now - 1,
  },
});
const learning = (name: string, dueAt: number): SeenEntry => ({
  cardId: id(name),
  ...place,
  group: `${name}-group`,
  buriedUntil: null,
  memory: {
    ...newMemory(),
    phase: "learning",
    stability: 1,
    difficulty: 5,
    dueAt,
  },
});
const usedOf = (met: number, reviewed = 0, skills = 0): QueueInput["used"] => ({
  skills,
  courses: new Map([[place.courseId, { new: met, reviews: reviewed }]]),
});
const input = (part: Partial<QueueInput>): QueueInput => ({
  now,
  today,
  seen: [],
  fresh: [],
  rules: usualRules,
  limits: { new: 20, reviews: 200 },
  courseLimits: new Map(),
  used: usedOf(0),
  metToday: [],
  lastCardId: null,
  recallOf: () => 0.5,
  ...part,
});

describe("the day's queue", () => {
  test("offers 20 new cards, computed skills spread among the notes in their order", () => {
    const { order, counts } = arrangeQueue(input({ fresh: [...fresh(100), ...fresh(2, true)] }));
    expect(counts).toEqual({ new: 20, learning: 0, review: 0 });
    expect(order).toHaveLength(20);
    const skillsAt = order.flatMap((cardId, at) => (cardId.startsWith("skill") ? [at] : []));
    expect(skillsAt).toEqual([9, 19]);
    expect(order.filter((cardId) => cardId.startsWith("note"))).toEqual(
      fresh(18).map(({ cardId }) => cardId),
    );
  });

  test("keeps the order of the day while its cards are answered", () => {
    const first = arrangeQueue(input({ fresh: [...fresh(100), ...fresh(2, true)] })).order;
    const shown: CardId[] = [];
    const left = new Map([...fresh(100), ...fresh(2, true)].map((entry) => [entry.cardId, entry]));
    const used = { new: 0, skills: 0 };
    while (used.new < 20) {
      const [next] = arrangeQueue(
        input({ fresh: [...left.values()], used: usedOf(used.new, 0, used.skills) }),
      ).order;
      if (next === undefined) break;
      shown.push(next);
      used.new += 1;
      if (left.get(next)?.isSkill) used.skills += 1;
      left.delete(next);
    }
    expect(shown).toEqual(first);
  });

  test("lets skills take at most a quarter of the new cards", () => {
    const { order } = arrangeQueue(input({ fresh: [...fresh(100), ...fresh(46, true)] }));
    expect(order.filter((cardId) => cardId.startsWith("skill"))).toHaveLength(5);
  });

  test("L8 shows learning cards first when their time has come, and last when it has not", () => {
    const seen = [
      learning("soon", now + 5 * minute),
      review("old", 3),
      learning("ready", now - minute),
      review("due"),
    ];
    expect(arrangeQueue(input({ seen })).order).toEqual(["ready", "old", "due", "soon"]);
  });

  test("names the waiting time when only a later learning card is left", () => {
    const dueAt = now + 40 * minute;
    const queue = arrangeQueue(input({ seen: [learning("later", dueAt)] }));
    expect(queue).toEqual({
      order: [],
      counts: { new: 0, learning: 0, review: 0 },
      nextLearningAt: dueAt - learnAheadMs,
      hasRoom: { reviews: true, new: true },
      reviewsOf: new Map(),
    });
  });

  test("L8 never shows the same card twice in a row while another is left", () => {
    const seen = [learning("again", now - minute), review("due")];
    expect(arrangeQueue(input({ seen, lastCardId: id("again") })).order).toEqual(["due", "again"]);
    expect(arrangeQueue(input({ seen: seen.slice(0, 1), lastCardId: id("again") })).order).toEqual(["again"]);
  });

  test("Q1 and Q2 keeps to the limits with what was used today", () => {
    const seen = [review("a"), review("b")];
    const queue = arrangeQueue(
      input({
        seen,
        fresh: fresh(10),
        limits: { new: 20, reviews: 3 },
      }),
    );
    expect(queue.counts).toEqual({ new: 1, learning: 0, review: 2 });
    expect(arrangeQueue(input({ fresh: fresh(30), used: usedOf(18) })).counts.new).toBe(2);
    expect(arrangeQueue(input({ fresh: fresh(30), used: usedOf(25) })).counts.new).toBe(0);
  });

  test("keeps siblings for another day", () => {
    const pair: FreshEntry[] = fresh(2).map((entry) => ({
      ...entry,
      group: "same",
    }));
    expect(arrangeQueue(input({ fresh: pair })).order).toEqual(["note-0"]);
    expect(
      arrangeQueue(input({ fresh: pair, metToday: [{ cardId: id("other"), group: "same" }] })).order,
    ).toEqual([]);
  });

  test("leaves out reviews of later days", () => {
    expect(arrangeQueue(input({ seen: [review("tomorrow", -1)] })).order).toEqual([]);
  });

  test("Q11 counts what it holds at every step of a day", () => {
    const memories = new Map<CardId, SeenEntry & { memory: Memory }>();
    const waiting = new Map(fresh(5).map((entry) => [entry.cardId, entry]));
    const used = { new: 0 };
    let clock = now;
    let last: CardId | null = null;
    for (let step = 0; step < 60; step += 1) {
      const queue = arrangeQueue(
        input({
          now: clock,
          seen: [...memories.values()],
          fresh: [...waiting.values()],
          used: usedOf(used.new),
          lastCardId: last,
        }),
      );
      const { new: newCount, learning: learningCount, review: reviewCount } = queue.counts;
      expect(newCount + learningCount + reviewCount).toBe(queue.order.length);
      const [cardId] = queue.order;
      if (cardId === undefined) break;
      const known = memories.get(cardId);
      if (!known) used.new += 1;
      const memory = gradeCard({
        memory: known?.memory ?? newMemory(),
        grade: step % 3 ? "good" : "again",
        now: clock,
        calendar: utc,
        cardId,
      });
      memories.set(cardId, { ...place, cardId, group: String(cardId), buriedUntil: null, memory });
      waiting.delete(cardId);
      last = cardId;
      clock += minute;
    }
    expect([...memories.values()].every(({ memory }) => memory.phase === "review")).toBe(true);
    expect(memories.size).toBe(5);
  });
});
