import { expect, test } from "vitest";
import type { Target } from "./exercise";
import { judgeTerm } from "./judge-term";
import { findOneEdit } from "./one-edit";
import { termKey } from "./term-key";

const target = (canonical: string, ...forms: string[]): Target => ({
  canonical,
  forms: [canonical, ...forms],
  isPhrase: false,
});
const rate = target("학습률 (learning rate)", "학습률", "learning rate", "LR");
const layer = target("합성곱층", "convolutional layer");
const descent = target("Gradient Descent", "경사하강법", "GD");
const cycle = target("1사이클 스케줄링", "1cycle Scheduling");
const overfitting = target("과대적합 (overfitting)", "과대적합", "overfitting");
const average = target("Average Pooling");
const filter = target("filter", "필터", "커널", "kernel");
const field = target("수용 영역", "receptive field");
const beside =
  "momentum|adagrad|adadelta|과소적합|underfitting|풀링층|pooling layer|stride|패딩|padding|손실 함수";
const names = {
  others: beside.split("|").map(termKey),
  spellings: { learing: "learning", 과적합: "과대적합", Nestreove: "Nesterov" },
};
const judge = (text: string, answer: Target) => judgeTerm(text, answer, names);

test.each<[string, Target]>([
  ["학습률", rate],
  ["  학 습 률 ", rate],
  ["학습률".normalize("NFD"), rate],
  ["ㅎㅏㄱㅅㅡㅂㄹㅠㄹ", rate],
  ["ﾾￂﾡﾵￚﾲﾩￗﾩ", rate],
  ["학습률은", rate],
  ["학습률이에요", rate],
  ["학습률입니다.", rate],
  ["학습률 (learning rate)", rate],
  ["learning rate(학습률)", rate],
  ["학습률, learning rate", rate],
  ["ＬＥＡＲＮＩＮＧ　ＲＡＴＥ", rate],
  ["the learning-rate", rate],
  ["Learning_Rates", rate],
  ["learningrate", rate],
  ["“learning rate”", rate],
  ["lr", rate],
  ["a convolutional layer", layer],
  ["Convolutional Layers", layer],
  ["합성곱 층", layer],
  ["합성곱층을", layer],
  ["gd", descent],
  ["경사 하강법", descent],
  ["1 cycle scheduling", cycle],
  ["kernels", filter],
  ["The Filters", filter],
  ["필터(커널)", filter],
  ["필터, 커널", filter],
  ["수용영역", field],
  ["GPUs", target("GPU")],
  ["frequency", target("frequencies")],
])("“%s” is right as it stands", (text, answer) => {
  expect(judge(text, answer)).toEqual({ given: text, isRight: true, canonical: answer.canonical });
});

test.each<[string, Target]>([
  ["lerning rate", rate],
  ["leraning rate", rate],
  ["learing rate", rate],
  ["학슴률", rate],
  ["convolutionl layer", layer],
  ["convolutional layre", layer],
  ["합성곱칭", layer],
  ["Gradient Descnet", descent],
  ["경사하강밥", descent],
  ["과적합", overfitting],
  ["Overfiting", overfitting],
  ["Avreage pooling", average],
  ["수용 영욕", field],
  ["recptive field", field],
])("“%s” is right, with a note on its spelling", (text, answer) => {
  expect(judge(text, answer)).toEqual({
    given: text,
    isRight: true,
    canonical: answer.canonical,
    note: "spelling",
  });
});

test.each<[string, Target, string]>([
  ["과소적합", overfitting, "the opposite"],
  ["underfitting", overfitting, "the opposite in English"],
  ["fitting", overfitting, "a part of the word"],
  ["2사이클 스케줄링", cycle, "another number"],
  ["2cycle scheduling", cycle, "another number in English"],
  ["GB", descent, "a slip in an abbreviation"],
  ["LT", rate, "another slip in an abbreviation"],
  ["kernal", target("kernel panic"), "half of a name with a slip"],
  ["필더", filter, "a slip in a short Korean word"],
  ["gilter", filter, "a slip in the first letter"],
  ["Xearning rate", rate, "a slip in the first letter of two words"],
  ["learning rats", rate, "a slip in a word of four letters"],
  ["leanring rtae", rate, "two slips"],
  ["학습", rate, "less than the name"],
  ["학습률과 패딩", rate, "two things"],
  ["학습률 (padding)", rate, "the name with another name beside it"],
  ["learning rate, momentum", rate, "two names of which one is wrong"],
  ["학습률이 아닌 것", rate, "the name inside a sentence"],
  ["학습률는", rate, "a particle that cannot follow this word"],
  ["adadelta", target("Adagrad"), "a sibling"],
  ["pooling layer", layer, "a sibling that ends the same"],
  ["?", rate, "a sign alone"],
])("“%s” is wrong for %o: %s", (text, answer) => {
  expect(judge(text, answer)).toEqual({ given: text, isRight: false, canonical: answer.canonical });
});

test("a slip that could also be a slip in another name is wrong", () => {
  const padding = target("padding");
  expect(judgeTerm("paddin", padding, { others: [], spellings: {} }).isRight).toBe(true);
  expect(judgeTerm("paddin", padding, { others: [termKey("paddins")], spellings: {} }).isRight).toBe(false);
  expect(judgeTerm("pudding", padding, { others: [termKey("pudding")], spellings: {} }).isRight).toBe(false);
});

test("a name that is one letter more than another keeps its own letters", () => {
  const beta = target("Adamax");
  expect(judgeTerm("adamx", beta, { others: [termKey("AdamW")], spellings: {} }).isRight).toBe(false);
});

test("C, C++ and C# are three things", () => {
  expect(termKey("C++")).not.toBe(termKey("C"));
  expect(termKey("C#")).not.toBe(termKey("C"));
  expect(termKey("L 2-norm")).toBe(termKey("L2 norm"));
  expect(termKey("0.5")).not.toBe(termKey("05"));
});

test.each<[string, string, number | null]>([
  ["abcd", "abcd", null],
  ["abd", "abcd", 2],
  ["abccd", "abcd", 3],
  ["abxd", "abcd", 2],
  ["acbd", "abcd", 1],
  ["adcb", "abcd", null],
  ["ab", "abcd", null],
  ["", "a", 0],
])("from %s to %s: one slip at %s", (given, meant, at) => {
  expect(findOneEdit(given, meant)).toBe(at);
});
