/** Rows of the queue's behaviour that a learner's rules decide, named by the row. */
import { describe, expect, test } from "vitest";
import { asId, type CardId, type CourseId } from "../ids";
import { newMemory } from "../schedule/grade-card";
import { type Calendar, type StudyDay, studyDayOf } from "../study-day";
import { extraOn } from "./extra-today";
import { arrangeQueue, type FreshEntry, type QueueInput, type SeenEntry } from "./queue";
import { totalOf } from "./review-card";
import { reviewOrders, type StudyRules, usualRules } from "./study-rules";

const utc: Calendar = { zone: "UTC", rolloverHour: 4 };
const now = Date.parse("2026-03-02T12:00:00Z");
const today = studyDayOf(now, utc);
const id = (text: string) => asId<CardId>(text);
const courseA = asId<CourseId>("a");
const courseB = asId<CourseId>("b");

interface Wish {
  late?: number;
  interval?: number;
  difficulty?: number;
  recall?: number;
  course?: CourseId;
  position?: number;
  group?: string;
}
const wishes = new Map<string, Wish>();
const due = (name: string, wish: Wish = {}): SeenEntry => {
  wishes.set(name, wish);
  const { late = 0, interval = 10, difficulty = 5, course = courseA, position = 0 } = wish;
  const dueDay = (today - late) as StudyDay;
  return {
    cardId: id(name),
    courseId: course,
    coursePlace: course === courseA ? 0 : 1,
    position,
    group: wish.group ?? name,
    buriedUntil: null,
    memory: {
      ...newMemory(),
      phase: "review",
      stability: 5,
      difficulty,
      dueDay,
      lastDay: (dueDay - interval) as StudyDay,
      dueAt: now - 1,
    },
  };
};
const fresh = (name: string, position = 0, change: Partial<FreshEntry> = {}): FreshEntry => ({
  cardId: id(name),
  courseId: courseA,
  coursePlace: 0,
  position,
  group: name,
  isSkill: false,
  ...change,
});
const many = (count: number, change: Partial<FreshEntry> = {}) =>
  Array.from({ length: count }, (_, at) => fresh(`${change.courseId ?? "a"}-new-${at}`, at, change));

const arrange = (part: Partial<QueueInput>, rules: Partial<StudyRules> = {}) =>
  arrangeQueue({
    now,
    today,
    seen: [],
    fresh: [],
    rules: { ...usualRules, ...rules },
    limits: { new: 20, reviews: 200 },
    courseLimits: new Map(),
    used: { skills: 0, courses: new Map() },
    metToday: [],
    lastCardId: null,
    recallOf: ({ cardId }) => wishes.get(cardId)?.recall ?? 0.5,
    ...part,
  });

describe("Q1 limits", () => {
  test("of reviews stop new cards too, unless the learner says otherwise", () => {
    const part = { seen: [due("one"), due("two")], fresh: many(5), limits: { new: 20, reviews: 3 } };
    expect(arrange(part).counts).toEqual({ new: 1, learning: 0, review: 2 });
    expect(arrange(part, { newBeyondReviews: true }).counts.new).toBe(5);
  });

  test("of a course and of the day hold together, and the lower one counts", () => {
    const part = {
      fresh: [...many(10), ...many(10, { courseId: courseB, coursePlace: 1 })],
      courseLimits: new Map([[courseB, { new: 2 }]]),
      limits: { new: 9, reviews: 200 },
    };
    const { order } = arrange(part);
    expect(order).toHaveLength(9);
    const few = arrange({ ...part, limits: { new: 100, reviews: 200 } }).order;
    expect(few.filter((card) => card.startsWith("b"))).toHaveLength(2);
    expect(few.filter((card) => card.startsWith("a"))).toHaveLength(10);
  });

  test("leave room until every course has its share, and for new cards only beside the reviews", () => {
    const seen = [due("one"), due("two", { course: courseB })];
    const room = (a: number, b: number, reviews = 200) =>
      arrange({
        seen,
        limits: { new: 20, reviews },
        courseLimits: new Map([
          [courseA, { reviews: a }],
          [courseB, { reviews: b, new: 0 }],
        ]),
      }).hasRoom;
    expect(room(1, 2)).toEqual({ reviews: true, new: false });
    expect(room(1, 1)).toEqual({ reviews: false, new: false });
    expect(room(2, 2)).toEqual({ reviews: true, new: true });
    expect(room(9, 9, 2)).toEqual({ reviews: false, new: false });
  });

  test("Q2 'more today' holds on its own day only", () => {
    const extra = { day: today, new: 10, reviews: 0 };
    expect(extraOn(extra, today)).toEqual({ new: 10, reviews: 0 });
    expect(extraOn(extra, (today + 1) as StudyDay)).toEqual({ new: 0, reviews: 0 });
    expect(extraOn(null, today)).toEqual({ new: 0, reviews: 0 });
  });
});

describe("Q3 the order of reviews", () => {
  const seen = [
    due("a", { late: 1, interval: 2, difficulty: 3, recall: 0.8, position: 2 }),
    due("b", { late: 5, interval: 50, difficulty: 9, recall: 0.6, position: 3, course: courseB }),
    due("c", { late: 3, interval: 10, difficulty: 5, recall: 0.4, position: 1 }),
  ];
  test.each([
    ["due", "bca"],
    ["due-course", "bca"],
    ["course-due", "cab"],
    ["recall-up", "cba"],
    ["recall-down", "abc"],
    ["overdueness", "acb"],
    ["interval-up", "acb"],
    ["interval-down", "bca"],
    ["difficulty-up", "acb"],
    ["difficulty-down", "bca"],
    ["added-up", "cab"],
    ["added-down", "bac"],
  ] as const)("by %s is %s", (reviewOrder, expected) => {
    expect(arrange({ seen }, { reviewOrder }).order.join("")).toBe(expected);
  });

  test("by chance is another each day, and the same all day", () => {
    const cards = Array.from({ length: 12 }, (_, at) => due(`card-${at}`));
    const order = (day: number) =>
      arrange({ seen: cards, today: (today + day) as StudyDay }, { reviewOrder: "random" }).order.join();
    expect(order(0)).toBe(order(0));
    expect(order(0)).not.toBe(order(1));
  });

  test("never loses a card, whichever it is", () => {
    for (const reviewOrder of reviewOrders)
      expect([...arrange({ seen }, { reviewOrder }).order].sort()).toEqual(["a", "b", "c"]);
  });
});

describe("new cards", () => {
  test("Q3 come in the order of the notes, backwards, or shuffled for the day", () => {
    const cards = many(9);
    expect(arrange({ fresh: cards }).order).toEqual(cards.map(({ cardId }) => cardId));
    expect(arrange({ fresh: cards }, { newOrder: "position-down" }).order).toEqual(
      cards.map(({ cardId }) => cardId).reverse(),
    );
    const shuffled = arrange({ fresh: cards }, { newOrder: "random" }).order;
    expect(shuffled).not.toEqual(cards.map(({ cardId }) => cardId));
    expect([...shuffled].sort()).toEqual(cards.map(({ cardId }) => cardId));
  });

  test("Q4 stand among the reviews, before them or after them", () => {
    const part = { seen: [due("r1"), due("r2")], fresh: [fresh("n1"), fresh("n2", 1)] };
    const kinds = (newMix: StudyRules["newMix"]) =>
      arrange(part, { newMix })
        .order.map((card) => card[0])
        .join("");
    expect(kinds("before")).toBe("nnrr");
    expect(kinds("after")).toBe("rrnn");
    expect(kinds("spread")).toBe("rnrn");
  });
});

describe("a learning step into another day", () => {
  const waiting = (name: string, dueAt: number, day: number, group = name): SeenEntry => {
    const entry = due(name, { group });
    return { ...entry, memory: { ...entry.memory, phase: "learning", dueAt, dueDay: day as StudyDay } };
  };

  test("D5 is shown on its day, early or late in it, and not the day before", () => {
    const evening = now + 6 * 3_600_000;
    expect(arrange({ seen: [waiting("card", evening, today)] }).counts.learning).toBe(1);
    const tomorrow = waiting("card", now + 20 * 3_600_000, today + 1);
    expect(arrange({ seen: [tomorrow] })).toMatchObject({ order: [], nextLearningAt: null });
  });

  test("Q4 stands before or after the reviews as the learner likes", () => {
    const seen = [due("review"), waiting("learning", now + 3_600_000, today)];
    expect(arrange({ seen }, { learningMix: "before" }).order).toEqual(["learning", "review"]);
    expect(arrange({ seen }, { learningMix: "after" }).order).toEqual(["review", "learning"]);
  });

  test("D5 goes by its day, not by the clock, in the middle of that day too", () => {
    const seen = [due("review"), waiting("learning", now - 3_600_000, today, "g")];
    expect(arrange({ seen }, { learningMix: "after" }).order).toEqual(["review", "learning"]);
    expect(arrange({ seen }, { learningMix: "before" }).order).toEqual(["learning", "review"]);
    const metToday = [{ cardId: id("sibling"), group: "g" }];
    expect(arrange({ seen, metToday }).order).toEqual(["review"]);
  });

  test("Q5 waits when a sibling was met, unless siblings may meet", () => {
    const part = {
      seen: [waiting("card", now + 3_600_000, today, "g")],
      metToday: [{ cardId: id("sibling"), group: "g" }],
    };
    expect(arrange(part).order).toEqual([]);
    expect(arrange(part, { buryLearning: false }).order).toEqual(["card"]);
  });
});

describe("Q5 siblings", () => {
  test("wait for another day, each kind by its own switch, and the one met first stays", () => {
    const part = { seen: [due("first", { group: "g", late: 2 }), due("second", { group: "g" })] };
    expect(arrange(part).order).toEqual(["first"]);
    expect(arrange(part, { buryReviews: false }).order).toEqual(["first", "second"]);
    const withNew = { seen: [due("first", { group: "g" })], fresh: [fresh("new", 0, { group: "g" })] };
    expect(arrange(withNew).order).toEqual(["first"]);
    expect(arrange(withNew, { buryNew: false }).order).toEqual(["first", "new"]);
  });

  test("a card met today keeps its siblings away, not itself", () => {
    const seen = [due("met", { group: "g" }), due("sibling", { group: "g" })];
    const metToday = [{ cardId: id("met"), group: "g" }];
    expect(arrange({ seen, metToday }).order).toEqual(["met"]);
    expect(arrange({ fresh: [fresh("met", 0, { group: "g" })], metToday }).order).toEqual(["met"]);
  });

  test("a card set aside by hand comes back on its day", () => {
    const aside = (until: number) => ({ ...due("card"), buriedUntil: until as StudyDay });
    expect(arrange({ seen: [aside(today + 1)] }).order).toEqual([]);
    expect(arrange({ seen: [aside(today)] }).order).toEqual(["card"]);
  });
});

test("Q9 a backlog keeps to the day's limit and loses nothing", () => {
  const seen = Array.from({ length: 500 }, (_, at) => due(`late-${at}`, { late: 30, recall: at / 500 }));
  const queue = arrange({ seen }, { reviewOrder: "recall-down" });
  expect(queue.counts.review).toBe(200);
  expect(queue.order[0]).toBe("late-499");
});

test("Q11 counts what it holds, whatever the rules", () => {
  const seen = Array.from({ length: 9 }, (_, at) => due(`r-${at}`, { group: `g-${at % 5}` }));
  for (const buryReviews of [true, false]) {
    const { order, counts } = arrange({ seen, fresh: many(4) }, { buryReviews, newMix: "after" });
    expect(totalOf(counts)).toBe(order.length);
  }
});
