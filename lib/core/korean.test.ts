import { expect, test } from "vitest";
import { copula, particle } from "./korean";

test("a Korean word takes the particle of its final consonant", () => {
  expect(particle("학습률", "은는")).toBe("은");
  expect(particle("손실 함수", "은는")).toBe("는");
  expect(particle("패딩", "을를")).toBe("을");
  expect(particle("합성곱층", "과와")).toBe("과");
});

test("a final ㄹ takes 로", () => {
  expect(particle("학습률", "으로로")).toBe("로");
  expect(particle("합성곱층", "으로로")).toBe("으로");
  expect(particle("7", "으로로")).toBe("로");
});

test("Latin words and abbreviations are read aloud", () => {
  const read = (word: string) => word + particle(word, "은는");
  expect(["CNN", "GD", "NAG", "Adam", "RMSprop", "Adagrad", "Momentum", "Epoch", "1cycle"].map(read)).toEqual(
    ["CNN은", "GD는", "NAG는", "Adam은", "RMSprop은", "Adagrad는", "Momentum은", "Epoch는", "1cycle은"],
  );
});

test("numbers are read as Sino-Korean", () => {
  expect(["1", "2", "10", "300", "5"].map((word) => word + particle(word, "이가"))).toEqual([
    "1이",
    "2가",
    "10이",
    "300이",
    "5가",
  ]);
});

test("low digits, powers and Greek letters are read aloud too", () => {
  expect(
    ["s₃", "β⁴", "0.9¹²", "s₂", "w²", "E[g²]", "η", "ε"].map((word) => word + particle(word, "은는")),
  ).toEqual(["s₃은", "β⁴은", "0.9¹²은", "s₂는", "w²은", "E[g²]은", "η는", "ε은"]);
});

test("a lone letter is read by its name, and a bracket after a sign for what stands in it", () => {
  expect(
    ["c", "k", "n", "η/(√s₃ + ε)", "(w − 2)", "2(w − 3)"].map((word) => word + particle(word, "은는")),
  ).toEqual(["c는", "k는", "n은", "η/(√s₃ + ε)은", "(w − 2)는", "2(w − 3)은"]);
});

test("brackets and quotes after the word are not read", () => {
  expect(particle("경사하강법(GD)", "은는")).toBe("은");
  expect(particle("‘패딩’", "이가")).toBe("이");
});

test("the copula follows the sound of the last syllable", () => {
  expect(["4×4", "3×3", "Adam", "Adadelta", "RMSprop", "η 0.1"].map(copula)).toEqual([
    "예요",
    "이에요",
    "이에요",
    "예요",
    "이에요",
    "이에요",
  ]);
});
