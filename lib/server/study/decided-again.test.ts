/** What a log decided again owes to its other days and to its leeches, as if each button had been pressed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CardId, ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { type DayLoad, weekdayOf } from "@/lib/core/schedule/load-balance";
import type { Grade } from "@/lib/core/schedule/memory";
import { dayMs } from "@/lib/core/study-day";
import { runSql } from "@/lib/db/contract/raw-file";
import { findState } from "@/lib/db/memories";
import { findReview } from "@/lib/db/reviews";
import { tagsOf } from "@/lib/db/tags";
import { tagCards } from "../cards/tag-cards";
import { databaseFile } from "../data-dir";
import { theStore } from "../store";
import { giveGrade, gradeOf } from "../testing/give-grade";
import { addLearner, openCourse } from "../testing/open-course";
import { coursesOf } from "./course-index";
import { lowerGrade } from "./lower-grade";
import { mergeAnswer } from "./merge-answer";
import { redoReview } from "./redo-review";
import { setAside } from "./set-aside";
import { takeBack } from "./undo-review";

const start = Date.parse("2026-03-02T03:00:00Z");
const minute = 60_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;
let cardId: CardId;

beforeAll(async () => {
  opened = await openCourse(start);
});
afterAll(() => opened.remove());
const newLearner = (rules: Person["rules"]) => {
  people += 1;
  return addLearner(`again-${people}@example.com`, start).then((who) => ({ ...who, rules }));
};
beforeEach(async () => {
  person = await newLearner({});
  const [course] = await coursesOf(person.id);
  cardId = [...(course?.cards.values() ?? [])].find(({ family }) => family === null)?.id as CardId;
});

const state = (who = person) => findState(theStore().read, who.id, cardId);
const leechOf = async (id: ReviewId) => (await findReview(theStore().read, id))?.leech;
const tags = async () => (await tagsOf(theStore().read, person.id)).map(({ tag }) => tag);
/** Lowers a grade as if a machine had given it. */
async function lower(who: Person, reviewId: ReviewId, grade: Grade, at: number) {
  runSql(databaseFile(opened.dataDir), `update reviews set verdict = 'right' where id = '${reviewId}'`);
  const lowered = await lowerGrade(who, { reviewId, grade }, at);
  if (!lowered.ok) throw new Error(lowered.error.kind);
}
async function tellLate(who: Person, grade: Grade, at: number, now: number): Promise<ReviewId> {
  const told = await mergeAnswer(who, { ...gradeOf(cardId, 0, grade), at }, now);
  if (!told.ok) throw new Error(told.error.kind);
  return told.value.review.id;
}

describe("Q7 and L5 a day decided again", () => {
  const easyDays = Array.from({ length: 7 }, (_, day): DayLoad => (day === 3 ? "normal" : "minimum"));
  /** Of two learners one presses the button, the other comes to the same log in another way. */
  async function both(
    pressed: (who: Person) => Promise<unknown>,
    otherwise: (who: Person) => Promise<unknown>,
  ) {
    const [one, other] = [await newLearner({ easyDays }), await newLearner({ easyDays })];
    for (const who of [one, other]) await giveGrade(who, cardId, "easy", start);
    await pressed(one);
    await otherwise(other);
    const [plain, again] = [await state(one), await state(other)];
    expect(weekdayOf(plain?.dueDay ?? 0)).toBe(3);
    expect({ ...again, revision: 0 }).toEqual({ ...plain, revision: 0 });
  }
  const soon = start + 8 * dayMs;

  it("is light where the learner wants it after a grade was lowered", () =>
    both(
      (who) => giveGrade(who, cardId, "good", soon),
      async (who) => {
        const { id } = await giveGrade(who, cardId, "easy", soon);
        await lower(who, id, "good", soon + minute);
      },
    ));

  it("is light after a review in the middle was taken back", () =>
    both(
      (who) => giveGrade(who, cardId, "good", soon),
      async (who) => {
        await giveGrade(who, cardId, "good", soon);
        const late = await tellLate(who, "hard", soon - 4 * dayMs, soon + minute);
        await takeBack(who, late, soon + minute);
      },
    ));

  it("is light after a late review took its place", () =>
    both(
      async (who) => {
        await giveGrade(who, cardId, "good", soon - 4 * dayMs);
        await giveGrade(who, cardId, "good", soon);
      },
      async (who) => {
        await giveGrade(who, cardId, "good", soon);
        await tellLate(who, "good", soon - 4 * dayMs, soon + minute);
      },
    ));
});

describe("L11 a grade lowered to the lapse too many", () => {
  async function lapsed(who: Person): Promise<ReviewId> {
    await giveGrade(who, cardId, "easy", start);
    const { id } = await giveGrade(who, cardId, "good", start + 30 * dayMs);
    await lower(who, id, "again", start + 30 * dayMs + minute);
    return id;
  }
  const now = start + 30 * dayMs + 2 * minute;

  it("tags the card, and U1 taking it back takes the tag off", async () => {
    const who: Person = { ...person, rules: { leechAt: 1 } };
    const id = await lapsed(who);
    expect([await leechOf(id), await tags()]).toEqual(["tag", ["leech"]]);
    await takeBack(who, id, now);
    expect(await tags()).toEqual([]);
    await redoReview(who, now);
    expect([await leechOf(id), await tags()]).toEqual(["tag", ["leech"]]);
  });

  it("leaves a tag that a hand had put", async () => {
    const who: Person = { ...person, rules: { leechAt: 1 } };
    await tagCards(who, [cardId], { tag: "leech", isAdded: true });
    const id = await lapsed(who);
    expect(await leechOf(id)).toBeNull();
    await takeBack(who, id, now);
    expect(await tags()).toEqual(["leech"]);
  });

  it("suspends the card where that is the rule, until it is taken back", async () => {
    const who: Person = { ...person, rules: { leechAt: 1, leechAction: "suspend" } };
    const id = await lapsed(who);
    expect((await state())?.suspendedAt).toBe(start + 30 * dayMs);
    await takeBack(who, id, now);
    expect((await state())?.suspendedAt).toBeNull();
    await redoReview(who, now);
    expect((await state())?.suspendedAt).toBe(start + 30 * dayMs);
  });

  it("leaves a card suspended that a hand had suspended before", async () => {
    const who: Person = { ...person, rules: { leechAt: 1, leechAction: "suspend" } };
    await giveGrade(who, cardId, "easy", start);
    await setAside(who, { cardId, act: "suspend" }, start + minute);
    const { id, leech } = await giveGrade(who, cardId, "again", start + 30 * dayMs);
    expect(leech).toBeNull();
    await takeBack(who, id, now);
    expect((await state())?.suspendedAt).toBe(start + minute);
  });

  it("stays suspended when a hand suspended it since", async () => {
    const who: Person = { ...person, rules: { leechAt: 1, leechAction: "suspend" } };
    const id = await lapsed(who);
    for (const act of ["unsuspend", "suspend"] as const) await setAside(who, { cardId, act }, now);
    await takeBack(who, id, now);
    expect((await state())?.suspendedAt).toBe(now);
  });
});
