import { expect, it } from "vitest";
import { completeAddress } from "./complete-address";

const now = Date.UTC(2026, 10, 29, 12);
const whole = (address: string, drawn = 0.5) =>
  completeAddress(new URL(address, "http://localhost"), now, drawn);

it("a question without a readable seed gets one, and keeps all else", () => {
  expect(whole("/practice/conv-output-size", 0)).toBe("/practice/conv-output-size?seed=0");
  expect(whole("/practice/x?level=3&slip=rounded-up")).toBe(
    "/practice/x?level=3&slip=rounded-up&seed=1073741824",
  );
  for (const seed of ["", "abc", "-3", "12345678901", "1&seed=2"])
    expect(whole(`/practice/x?seed=${seed}`)).toBe("/practice/x?seed=1073741824");
  expect(whole("/practice/x?seed=7")).toBeNull();
});

it("a short session without an end that can be gets one", () => {
  const ends = `/review?minutes=5&until=${now + 300_000}`;
  for (const address of ["/review?minutes=5", "/review?minutes=5&until=soon", `${ends}&until=1`])
    expect(whole(address)).toBe(ends);
  expect(whole(ends)).toBeNull();
  // Said twice is not said: a whole session, which needs no end.
  expect(whole("/review?minutes=5&minutes=6")).toBeNull();
});

it("what is whole, or no address of these, stays", () => {
  for (const address of ["/review", "/review?minutes=0", "/today?minutes=5", "/practice", "/concepts?seed="])
    expect(whole(address)).toBeNull();
});
