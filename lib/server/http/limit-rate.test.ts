import { expect, test } from "vitest";
import { burst, limitRate } from "./limit-rate";

test("a caller may burst, then waits; another is not held up", () => {
  expect(limitRate("a", 0, burst)).toBeNull();
  expect(limitRate("a", 0, 100)).toEqual({ retryAfterSeconds: 1 });
  expect(limitRate("b", 0)).toBeNull();
  expect(limitRate("a", 500, 100)).toBeNull();
  expect(limitRate("a", 500, 1)).toEqual({ retryAfterSeconds: 1 });
});

test("a clock that went backwards fills nothing and empties nothing", () => {
  expect(limitRate("c", 10_000, burst)).toBeNull();
  expect(limitRate("c", 0, 1)).toEqual({ retryAfterSeconds: 1 });
});
