import { expect, test } from "vitest";
import { familyOf } from "@/lib/core/questions/registry";
import { practiceAddress, readPractice } from "./practice-address";

const family = familyOf("conv-output-size");
if (!family) throw new Error("no family");

test("an address that was written reads back as itself", () => {
  const address = { seed: 41, level: 3 as const, slip: "rounded-up" };
  const [, search = ""] = practiceAddress("conv-output-size", address).split("?");
  expect(readPractice(family, Object.fromEntries(new URLSearchParams(search)))).toEqual(address);
});

test.each([
  [{}],
  [{ seed: "-3", level: "9", slip: "no-such-slip" }],
  [{ seed: ["1", "2"], level: "", slip: "<script>" }],
])("%j falls back to the first level and any numbers", (search) => {
  expect(readPractice(family, search)).toEqual({ seed: 0, level: 1, slip: null });
});
