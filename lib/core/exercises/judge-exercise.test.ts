import { expect, test } from "vitest";
import { asId, type CardId, type ConceptId } from "../ids";
import { compileNotes } from "../notes/compile-notes";
import type { CardWords, Given, Prepared } from "./exercise";
import { exerciseFor } from "./exercise-for";
import { gradeFromExercise } from "./grade-from-exercise";
import { judgeExercise } from "./judge-exercise";
import { asksOrder } from "./list-members";
import { longestRun } from "./longest-run";
import { proposeMatchingSets, writeMatching } from "./matching";
import { neighboursOf } from "./neighbours";

const concept = (
  id: string,
  names: { ko?: string; en?: string; abbr?: string },
  parent: string | null = null,
) => ({
  id: asId<ConceptId>(id),
  names,
  parent: parent === null ? null : asId<ConceptId>(parent),
  file: "a.md",
  lines: [1, 9] as [number, number],
});
let line = 0;
const card = (of: string, rule: CardWords["rule"], front: string, back: string): CardWords => {
  line += 1;
  return {
    id: asId<CardId>(`${of}.${line}`),
    concept: asId<ConceptId>(of),
    rule,
    front,
    back,
    file: "a.md",
    lines: [line, line],
  };
};
const concepts = [
  concept("net", { ko: "신경망", en: "neural network" }),
  concept("mean", { ko: "평균", en: "mean" }, "net"),
  concept("median", { ko: "중앙값", en: "median" }, "net"),
  concept("mode", { ko: "최빈값", en: "mode" }, "net"),
];
const cards = [
  card("mean", "R5", "모두 더해 개수로 나눈 값은?", "평균 (mean)"),
  card("median", "R5", "크기 순으로 한가운데에 있는 값은?", "중앙값 (median)"),
  card("mode", "R5", "가장 자주 나오는 값은?", "최빈값 (mode)"),
  card("mean", "R5", "평균이란 무엇인가요?", "모두 더해 개수로 나눈 값"),
];
const asked = (made: CardWords, seed = 3): Prepared =>
  exerciseFor(made, neighboursOf({ concepts, links: [], cards: [...cards, made] }, "ko"), {
    phase: "review",
    seed,
  });
const judge = (made: CardWords, given: Given) => judgeExercise(asked(made), given);
const list = (...texts: string[]): Given => ({ kind: "list", texts });
const typed = (...texts: string[]): Given => ({ kind: "typed", texts });
const kinds = card(
  "net",
  "R4",
  "대푯값의 종류 세 가지는?",
  "1. 평균 (mean)\n2. 중앙값 (median)\n3. 최빈값 (mode)",
);
const causes = card("net", "R4", "문제점 두 가지는?", "1. 매개변수의 폭발적인 증가\n2. 공간 추론의 부족");
const steps = card(
  "net",
  "R4",
  "학습의 단계 네 가지는?",
  "1. 순전파로 예측하기\n2. 손실 구하기\n3. 역전파로 기울기 구하기\n4. 가중치 고치기",
);

test.each<[string, CardWords, string]>([
  ["a list with short members", kinds, "list"],
  [
    "names by commas where the front asks for that many",
    card("net", "hand", "대푯값 두 가지는?", "평균, 중앙값"),
    "list",
  ],
  ["numbered steps", steps, "ordering"],
  [
    "numbered steps in English",
    card("net", "R4", "Training: name the 3 steps.", "1. Predict\n2. Compare\n3. Correct"),
    "ordering",
  ],
  [
    "problems of a procedure are in no order",
    card("net", "R4", "학습 과정의 문제점 두 가지는?", "1. 느린 속도\n2. 큰 비용"),
    "list",
  ],
  [
    "a list of sentences",
    card("net", "R4", "문제점 두 가지는?", "1. 학습률을 정해야 해요.\n2. 오래 걸려요."),
    "reveal",
  ],
  ["a definition", cards[3] as CardWords, "reveal"],
  ["a number", card("net", "R9", "몇 번인가요?", "20"), "reveal"],
  ["a bold word", card("net", "R10", "빈칸에 들어갈 말은?\n[ ? ]은 값을 모두 더해 나눈다.", "평균"), "typed"],
  ["a short answer that is no name", card("net", "R1", "무엇을 받나요?", "층의 출력"), "reveal"],
  ["a name asked by the other language", card("mean", "R3", "‘평균’을 영어로 하면?", "mean"), "typed"],
])("%s is asked as it suits", (_, made, kind) => {
  expect(asked(made).exercise.kind).toBe(kind);
});

test.each([
  ["학습의 단계 네 가지는?", true],
  ["경사하강법의 절차는?", true],
  ["학습의 순서를 말해 보세요.", true],
  ["순서대로 쓰면?", true],
  ["What are the steps of training?", true],
  ["Training: name the 4 steps.", true],
  ["Name the parts in order.", true],
  ["학습 과정의 문제점 두 가지는?", false],
  ["CNN을 이루는 층 세 가지는?", false],
  ["What are the three problems of training in steps of ten?", false],
])("“%s” asks for an order: %s", (front, isOrder) => {
  expect(asksOrder(front)).toBe(isOrder);
});

test("name all three: any order, any language, each a third", () => {
  expect(judge(kinds, list("mode", "평균", "Median"))).toMatchObject({ verdict: "right", credit: 1 });
  expect(judge(kinds, list("중앙값", "", ""))).toMatchObject({ verdict: "partly", credit: 1 / 3 });
  expect(judge(kinds, list("분산", "평균", "표준편차"))).toMatchObject({ verdict: "partly", credit: 1 / 3 });
  expect(judge(kinds, list("분산", "", ""))).toMatchObject({ verdict: "wrong", credit: 0 });
  expect(judge(kinds, list(" ", "", ""))).toEqual({ verdict: "unreadable", credit: 0, parts: [] });
});

test("a member said twice counts once, and what was missed is shown in its place", () => {
  expect(judge(kinds, list("평균", "mean", "최빈값"))).toEqual({
    verdict: "partly",
    credit: 2 / 3,
    parts: [
      { given: "평균", isRight: true, canonical: "평균 (mean)" },
      { given: "mean", isRight: false, canonical: "중앙값 (median)", note: "repeat" },
      { given: "최빈값", isRight: true, canonical: "최빈값 (mode)" },
    ],
  });
});

test("more texts than places are not read", () => {
  expect(judge(kinds, list("하나", "둘", "셋", "평균", "중앙값", "최빈값")).credit).toBe(0);
});

test.each<[string, number]>([
  ["매개변수가 폭발적으로 증가함", 0.5],
  ["폭발적 매개변수 증가", 0.5],
  ["매개변수의폭발적인증가", 0.5],
  ["공간 추론이 부족하다", 0.5],
  ["매개변수가 폭발적으로 증가하지 않음", 0],
  ["매개변수의 감소", 0],
  ["증가", 0],
])("a longer member is known by its key words: “%s” is worth %s", (text, credit) => {
  expect(judge(causes, list(text, "")).credit).toBe(credit);
});

test("a phrase in a blank may leave out its particles", () => {
  const blank = card(
    "net",
    "R10",
    "빈칸에 들어갈 말은?\n훈련 손실이 가장 낮은 곳을 [ ? ]로 봐요.",
    "최적의 파라미터",
  );
  expect(asked(blank).exercise).toEqual({
    kind: "typed",
    blanks: ["빈칸에 들어갈 말은?\n훈련 손실이 가장 낮은 곳을 ", "로 봐요."],
  });
  expect(judge(blank, typed("최적 파라미터")).verdict).toBe("right");
  expect(judge(blank, typed("파라미터")).verdict).toBe("wrong");
});

test("two blanks are two answers", () => {
  const blanks = card("net", "R10", "빈칸에 들어갈 말은?\n[ ? ]보다 [ ? ]이 튼튼하다.", "평균, 중앙값");
  expect(judge(blanks, typed("mean", "median"))).toMatchObject({ verdict: "right", credit: 1 });
  expect(judge(blanks, typed("중앙값", "평균"))).toMatchObject({ verdict: "wrong", credit: 0 });
  expect(judge(blanks, typed("평균"))).toMatchObject({ verdict: "partly", credit: 0.5 });
});

test("an order is worth its longest run: one step out of place costs one step", () => {
  const { exercise, truth } = asked(steps);
  if (exercise.kind !== "ordering" || truth.kind !== "ordering") throw new Error("no order");
  const ordered = truth.order;
  expect(exercise.items.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  expect(ordered.map((id) => exercise.items.find((item) => item.id === id)?.text)).toEqual([
    "순전파로 예측하기",
    "손실 구하기",
    "역전파로 기울기 구하기",
    "가중치 고치기",
  ]);
  const creditOf = (...places: number[]) =>
    judge(steps, { kind: "ordering", order: places.map((place) => ordered[place] ?? "") });
  expect(creditOf(0, 1, 2, 3)).toMatchObject({ verdict: "right", credit: 1 });
  expect(creditOf(3, 0, 1, 2)).toMatchObject({ verdict: "partly", credit: 2 / 3 });
  expect(creditOf(3, 0, 1, 2).parts.map(({ isRight }) => isRight)).toEqual([false, true, true, true]);
  expect(creditOf(3, 2, 1, 0)).toMatchObject({ verdict: "wrong", credit: 0 });
  expect(creditOf(0, 1, 2).verdict).toBe("unreadable");
  expect(creditOf(0, 1, 2, 2).verdict).toBe("unreadable");
  expect(longestRun([2, 0, 3, 1, 4])).toEqual([2, 3, 4]);
});

test("each pair counts on its own, and an empty answer is none", () => {
  const course = neighboursOf({ concepts, links: [], cards }, "ko");
  const [set] = proposeMatchingSets(course);
  if (!set) throw new Error("no set");
  const words = writeMatching(set, course);
  if (!words) throw new Error("no words");
  expect(words.front).toBe("‘신경망’에서 나온 용어를 그 뜻과 이어 보세요.");
  expect(words.back.split("\n")[0]).toBe("평균: 모두 더해 개수로 나눈 값");
  const both = exerciseFor({ ...(cards[0] as CardWords), rule: "match", ...words }, course, {
    phase: "new",
    seed: 4,
  });
  if (both.truth.kind !== "matching") throw new Error("no pairs");
  const { meanings } = both.truth;
  const crossed = { ...meanings, a: meanings.b ?? "", b: meanings.a ?? "" };
  expect(judgeExercise(both, { kind: "matching", meanings })).toMatchObject({ verdict: "right", credit: 1 });
  expect(judgeExercise(both, { kind: "matching", meanings: crossed })).toMatchObject({
    verdict: "partly",
    credit: 1 / 3,
  });
  expect(judgeExercise(both, { kind: "matching", meanings: {} }).verdict).toBe("unreadable");
  expect(judgeExercise(both, { kind: "matching", meanings: { a: "z" } }).verdict).toBe("unreadable");
});

test("an answer in another form than was asked is unreadable", () => {
  expect(judge(kinds, typed("평균")).verdict).toBe("unreadable");
  expect(judge(cards[0] as CardWords, { kind: "choice", id: "a" }).verdict).toBe("unreadable");
  expect(judge(cards[3] as CardWords, typed("평균")).verdict).toBe("unreadable");
});

test("a choice says of each wrong option what it is", () => {
  const course = neighboursOf({ concepts, links: [], cards }, "ko");
  const both = exerciseFor(cards[1] as CardWords, course, { phase: "learning", seed: 1 });
  if (both.exercise.kind !== "choice" || both.truth.kind !== "choice") throw new Error("no choice");
  const { options } = both.exercise;
  expect(options.map(({ text }) => text).sort()).toEqual(["중앙값", "최빈값", "평균"]);
  const mean = options.find(({ text }) => text === "평균")?.id ?? "";
  const judged = judgeExercise(both, { kind: "choice", id: mean });
  expect(judged.parts).toEqual([{ given: "평균", isRight: false, canonical: "중앙값" }]);
  expect(judged.feedback?.[mean]).toBe("평균은 다른 것을 뜻해요: 모두 더해 개수로 나눈 값");
  expect(judgeExercise(both, { kind: "choice", id: "z" }).verdict).toBe("unreadable");
});

test("kinds that a note lists with their meanings are each other's wrong options", () => {
  const text =
    "# Cells\n## Organelles\n- kinds\n  - Ribosome : builds proteins\n  - Nucleus : holds the DNA\n  - Vacuole : stores water\n";
  const notes = compileNotes({ files: [{ file: "a.md", text }] });
  const asking = notes.cards.find(({ back }) => back === "Nucleus");
  if (!asking) throw new Error("no card");
  const { exercise } = exerciseFor(asking, neighboursOf(notes, "en"), { phase: "new", seed: 1 });
  const texts = exercise.kind === "choice" ? exercise.options.map((option) => option.text) : [];
  expect(texts.sort()).toEqual(["Nucleus", "Ribosome", "Vacuole"]);
});

test("an English name asked for by a spelling of the notes is chosen among English names", () => {
  const spelt = concepts.map((each) => (each.id === "median" ? { ...each, also: ["가운데값"] } : each));
  const made = card("median", "R3", "‘가운데값’을 영어로 하면?", "median");
  const course = neighboursOf({ concepts: spelt, links: [], cards: [made] }, "ko");
  const { exercise } = exerciseFor(made, course, { phase: "new", seed: 1 });
  const texts = exercise.kind === "choice" ? exercise.options.map((option) => option.text) : [];
  expect(texts.sort()).toEqual(["mean", "median", "mode"]);
});

test("the same in English", () => {
  const meaning = "The sum divided by the number of values";
  const english = [
    card("median", "R5", "Which value stands in the middle?", "Median"),
    card("mean", "R5", "What is the mean?", meaning),
  ];
  const course = neighboursOf({ concepts, links: [], cards: english }, "en");
  const both = exerciseFor(english[0] as CardWords, course, { phase: "new", seed: 2 });
  if (both.exercise.kind !== "choice" || both.truth.kind !== "choice") throw new Error("no choice");
  const { feedback } = both.truth;
  const told = both.exercise.options.map(({ id, text }) => [text, feedback[id]]).sort();
  expect(told).toEqual([
    ["mean", `mean means something else: ${meaning}`],
    ["median", undefined],
    ["mode", "mode is not what is asked here."],
  ]);
});

test.each([
  ["right", 1, 9000, null, "good"],
  ["right", 1, 2000, 3000, "easy"],
  ["right", 1, 4000, 3000, "good"],
  ["partly", 0.5, 2000, 3000, "hard"],
  ["partly", 1 / 3, 2000, 3000, "again"],
  ["wrong", 0, 2000, 3000, "again"],
  ["unreadable", 0, 2000, 3000, null],
] as const)("%s with credit %s after %s ms (fast: %s) is %s", (verdict, credit, takenMs, fastMs, grade) => {
  expect(gradeFromExercise("list", { verdict, credit }, { takenMs, fastMs })).toBe(grade);
});

test("of a matching all pairs are recalled or it comes again", () => {
  const time = { takenMs: 9000, fastMs: null };
  expect(gradeFromExercise("matching", { verdict: "right", credit: 1 }, time)).toBe("good");
  expect(gradeFromExercise("matching", { verdict: "partly", credit: 0.6 }, time)).toBe("again");
});
