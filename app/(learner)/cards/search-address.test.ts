import { expect, it } from "vitest";
import { queryOf, readAddress } from "./search-address";

it("keeps a search in the address, and nothing that is not set", () => {
  const search = { typed: "안장점 -state:new", chosen: { concept: "momentum" }, page: 2 };
  const query = queryOf(search);
  expect(readAddress(Object.fromEntries(new URLSearchParams(query)))).toEqual(search);
  expect(queryOf({ typed: " ", chosen: {}, page: 1 })).toBe("");
});

it("reads any address: what is no page is the first, what is too long is cut", () => {
  expect(readAddress({})).toEqual({ typed: "", chosen: {}, page: 1 });
  expect(readAddress({ page: "two", tag: "", q: ["first", "second"] })).toEqual({
    typed: "first",
    chosen: {},
    page: 1,
  });
  expect(readAddress({ q: "가".repeat(5_000) }).typed).toHaveLength(200);
});
