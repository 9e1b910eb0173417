import { expect, test } from "vitest";
import { reviewTime } from "./review-time";

const now = Date.parse("2026-11-20T03:00:00Z");
const hour = 3_600_000;

test("D7 a device that runs a day ahead is not believed", () => {
  expect(reviewTime({ at: now + 24 * hour }, now, null)).toBe(now);
});

test("D7 a device that runs a day behind never puts a review before the one it follows", () => {
  expect(reviewTime({ at: now - 24 * hour }, now, now - hour)).toBe(now - hour);
});

test("D7 and M12 no review lies before the last one when the server's clock was put back", () => {
  expect(reviewTime({}, now, now + hour)).toBe(now + hour);
  expect(reviewTime({ at: now - hour, sentAt: now }, now, now + hour)).toBe(now + hour);
  expect(reviewTime({ at: now + hour }, now, now + 2 * hour)).toBe(now + 2 * hour);
});

test("a device that says when it sent its log is corrected by the difference", () => {
  expect(reviewTime({ at: now + 22 * hour, sentAt: now + 24 * hour }, now, null)).toBe(now - 2 * hour);
});

test("without a time it is now", () => {
  expect(reviewTime({}, now, null)).toBe(now);
});
