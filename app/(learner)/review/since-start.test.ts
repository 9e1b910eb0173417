import { expect, it } from "vitest";
import { sinceStart } from "./since-start";

it.each([
  [0, "0:00", null],
  [247, "4:07", null],
  [300, "5:00", 5],
  [359, "5:59", 5],
  [360, "6:00", null],
  [3_750, "1:02:30", null],
  [3_900, "1:05:00", 65],
])("says %i seconds as %s and that %s minutes are up", (seconds, clock, minutesUp) => {
  expect(sinceStart(seconds)).toEqual({ clock, minutesUp });
});
