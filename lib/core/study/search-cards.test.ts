import { describe, expect, it } from "vitest";
import type { StudyDay } from "../study-day";
import { type FindableCard, foldTag, matchesCard, readSearch, textOfCard } from "./search-cards";

const today = 20_000 as StudyDay;

const card = (change: Partial<FindableCard> = {}): FindableCard => ({
  text: textOfCard([
    "Momentum이란?",
    "이전 기울기를 누적해 안장점을 빠르게 지나간다.",
    "What is Momentum?",
    "It accumulates past gradients and passes saddle points.",
    "모멘텀",
  ]),
  concepts: new Set(["momentum", "모멘텀", "optimizer", "최적화알고리즘"]),
  state: "review",
  dueDay: today,
  tags: ["exam", "2주차"],
  ...change,
});

const finds = (typed: string, change: Partial<FindableCard> = {}): boolean => {
  const clauses = readSearch(typed);
  if (!clauses.ok) throw new Error(`${clauses.error.filter}:${clauses.error.given}`);
  return matchesCard(card(change), clauses.value, today);
};
const problem = (typed: string) => {
  const clauses = readSearch(typed);
  return clauses.ok ? null : clauses.error;
};

describe("a search by words", () => {
  it.each([
    ["", true],
    ["momentum", true],
    ["GRADIENTS momentum", true],
    ["momentum adagrad", false],
    ["기울기 saddle", true],
    ["안장점을빠르게", true],
    ["안장 점", true],
    ["ＭＯＭＥＮＴＵＭ", true],
    ["모멘텀".normalize("NFD"), true],
    ["tpoints", false],
    ["pastgradients", false],
  ])("%j finds the card: %j", (typed, isFound) => {
    expect(finds(typed)).toBe(isFound);
  });

  it("keeps a quoted phrase together, even without its second quote", () => {
    expect(finds('"saddle points"')).toBe(true);
    expect(finds('"points saddle"')).toBe(false);
    expect(finds('"points saddle')).toBe(false);
    expect(finds("points saddle")).toBe(true);
    expect(finds('"saddle   POINTS"')).toBe(true);
  });

  it("leaves out what follows a minus", () => {
    expect(finds("momentum -adagrad")).toBe(true);
    expect(finds("momentum -saddle")).toBe(false);
    expect(finds('-"saddle points"')).toBe(false);
    expect(finds("-")).toBe(true);
  });

  it("does not take the end of one side and the start of the other for a phrase", () => {
    expect(finds('"지나간다. what"')).toBe(false);
  });

  it("takes a word with a colon that is no filter as a word", () => {
    expect(finds("http://example.com")).toBe(false);
    expect(finds("s:2", { text: textOfCard(["stride s:2"]) })).toBe(true);
  });
});

describe("a search by filters", () => {
  it.each([
    ["concept:momentum", true],
    ["concept:모멘텀", true],
    ['concept:"최적화 알고리즘"', true],
    ["concept:adagrad", false],
    ["-concept:optimizer", false],
    ["개념:모멘텀 상태:복습 기한:오늘 태그:exam", true],
    ["state:review", true],
    ["STATE:Review", true],
    ["state:new", false],
    ["-state:new", true],
    ["tag:EXAM", true],
    ["tag:exa", false],
    ["tag:exam tag:2주차", true],
    ["tag:exam -tag:2주차", false],
    ["momentum due:today -saddle", false],
  ])("%j finds the card: %j", (typed, isFound) => {
    expect(finds(typed)).toBe(isFound);
  });

  it.each([
    [-1, ["overdue", "today", "week"]],
    [0, ["today", "week"]],
    [6, ["week"]],
    [7, []],
    [null, []],
  ])("finds a card due in %j days as due %j", (days, spans) => {
    const dueDay = days === null ? null : ((today + days) as StudyDay);
    expect(["overdue", "today", "week"].filter((span) => finds(`due:${span}`, { dueDay }))).toEqual(spans);
  });

  it.each([
    ["momentum state:old", { filter: "state", given: "old" }],
    ["due:someday", { filter: "due", given: "someday" }],
    ["state:", { filter: "state", given: "" }],
    ["tag:", { filter: "tag", given: "" }],
    ['concept:" "', { filter: "concept", given: " " }],
  ])("says which filter of %j it cannot read", (typed, wrong) => {
    expect(problem(typed)).toEqual({ kind: "unreadable-filter", ...wrong });
  });
});

it("keeps a tag in one spelling that can be typed in a search", () => {
  expect(foldTag("  Mid  Term ")).toBe("mid-term");
  expect(foldTag("시험".normalize("NFD"))).toBe("시험");
  expect(finds("tag:Mid-Term", { tags: ["mid-term"] })).toBe(true);
});
