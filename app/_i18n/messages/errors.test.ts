import { describe, expect, it } from "vitest";
import { errors } from "./errors";

describe("error sentences", () => {
  it("exist for the same failures in Korean and in English", () => {
    expect(Object.keys(errors.en)).toEqual(Object.keys(errors.ko));
  });

  it.each(Object.entries(errors.ko))("says %s in Korean as a calm sentence", (_kind, sentence) => {
    expect(sentence).toMatch(/[가-힣].*요\.$/);
    expect(sentence).not.toContain("!");
  });

  it.each(Object.entries(errors.en))("says %s in English as a plain sentence", (_kind, sentence) => {
    expect(sentence).toMatch(/^[A-Z][^!]*\.$/);
  });
});
