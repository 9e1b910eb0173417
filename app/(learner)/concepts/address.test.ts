import { expect, test } from "vitest";
import { readAddress, writeAddress } from "./address";

test("an address says what it was written from", () => {
  const address = { view: "list", concept: "adam & eve", course: "one", sort: "recall" } as const;
  const written = writeAddress(address);
  expect(written).toBe("/concepts?view=list&course=one&concept=adam+%26+eve&sort=recall");
  expect(readAddress(Object.fromEntries(new URL(written, "http://host").searchParams))).toEqual(address);
});

test("an address without a wish is short", () => {
  expect(writeAddress({ view: null, concept: null, course: null, sort: null })).toBe("/concepts");
});

test("what no page wrote is left out", () => {
  expect(readAddress({ view: "globe", concept: ["a", "b"], sort: "size", course: "" })).toEqual({
    view: null,
    concept: null,
    course: null,
    sort: null,
  });
});
