import { expect, it } from "vitest";
import { landingOf } from "./landing";

it.each([
  ["/review", "/review"],
  ["/settings?tab=1#zone", "/settings?tab=1#zone"],
])("returns to %s", (wanted, target) => {
  expect(landingOf(wanted)).toBe(target);
});

it.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/.//evil.example",
  "",
  null,
])("never leaves the site for %s", (wanted) => {
  expect(landingOf(wanted)).toBe("/today");
});
