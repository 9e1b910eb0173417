import { expect, it } from "vitest";
import { briefAddress, briefSession } from "./brief-session";

const now = Date.UTC(2026, 10, 29, 12);
const minute = 60_000;

it("a whole session is one without minutes, or with some that make no sense", () => {
  for (const minutes of [undefined, "", "0", "121", "2.5", "five", ["5", "6"]])
    expect(briefSession({ minutes }, now)).toBeNull();
});

it("a reload of a short session keeps its end", () => {
  const asked = briefSession({ minutes: "5" }, now);
  if (!asked) throw new Error("no short session");
  expect(asked.until).toBeNull();
  const query = Object.fromEntries(new URL(briefAddress(asked, now), "http://localhost").searchParams);
  const later = now + 3 * minute;
  expect(briefSession(query, later)).toEqual({ minutes: 5, until: now + 5 * minute });
  expect(briefSession(query, now + 9 * minute)?.until).toBe(now + 5 * minute);
});

it("an end of another day, or one too far off, is none", () => {
  for (const until of [now - 1_441 * minute, now + 6 * minute, "soon", undefined])
    expect(briefSession({ minutes: "5", until: until?.toString() }, now)?.until).toBeNull();
});
