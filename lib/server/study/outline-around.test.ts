import { afterAll, beforeAll, expect, it } from "vitest";
import type { Locale } from "@/lib/core/text";
import { addLearner, openCourse } from "../testing/open-course";
import { writtenFace } from "./build-card";
import { coursesOf } from "./course-index";

const now = Date.parse("2026-11-20T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());

it("lets a neighbour say what the notes hold against a card's concept, in each language, and no other", async () => {
  const person = await addLearner("margin@example.com", now);
  const [course] = await coursesOf(person.id);
  if (!course) throw new Error("a learner has a course");
  const told = (concept: string, locale: Locale) => {
    const card = [...course.cards.values()].find((each) => each.concept === concept && !each.family);
    const { outline } = (card && writtenFace(course, card).sides[locale]) ?? { outline: [] };
    expect(outline.filter(({ isHere }) => isHere)).toHaveLength(1);
    return outline.flatMap(({ text, quote }) => (quote === undefined ? [] : [[text, quote]]));
  };
  expect(told("momentum", "ko")).toEqual([
    [
      expect.stringContaining("NAG"),
      expect.stringMatching(/^Momentum의 단점: 실제 local minimum .* 있다\.$/),
    ],
  ]);
  expect(told("momentum", "en")).toEqual([
    [expect.stringContaining("NAG"), expect.stringMatching(/^[^가-힣]+$/)],
  ]);
  // What is said against Adagrad holds a known error.
  expect(told("adagrad", "ko")).toEqual([]);
  // Under RMSprop the notes lay the lack of a rate to Adadelta, which a correction disputes.
  expect(told("adadelta", "ko")).toEqual([]);
});
