import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import type { Ask } from "@/lib/core/questions/family";
import { locales } from "@/lib/core/text";
import { question } from "../_i18n/messages/question";
import { spoken } from "./spoken";

const ask: Ask = {
  prompt: { ko: "", en: "" },
  given: [],
  figures: [],
  answer: { kind: "integer", label: { ko: "", en: "" } },
};
const number = (value: number, decimals: number) => spoken({ kind: "number", value, decimals }, ask, "en");

it("rounds a number without making it nothing, and writes a true minus sign", () => {
  expect(number(0.123456, 4)).toBe("0.1235");
  expect(number(2e-9, 4)).toBe("2e−9");
  expect(number(0.00005, 4)).toBe("0.00005");
  expect(number(-1.5, 2)).toBe("−1.5");
  expect(number(1234.5678, 2)).toBe("1234.5678");
  expect(number(0, 4)).toBe("0");
  expect(spoken({ kind: "integer", value: -1200 }, ask, "en")).toBe("−1,200");
});

it("joins no particle to an answer, which may be a whole sentence", () => {
  for (const locale of locales) {
    const t = createTranslator({ locale, messages: { question: question[locale] }, namespace: "question" });
    const [given, truth] = ["한쪽에서 천천히 다가간다", "좌우로 오가며 줄어든다"];
    const said = [t("right", { truth }), t("wrong", { given, truth })];
    for (const line of said) expect(line).toMatch(/: 좌우로 오가며 줄어든다(\.|$)/);
    expect(said[1]).toMatch(/: 한쪽에서 천천히 다가간다(\.|$)/);
  }
});
