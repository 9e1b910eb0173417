import { describe, expect, it } from "vitest";
import { gradeCard, newMemory } from "@/lib/core/schedule/grade-card";
import { usualScheduling } from "@/lib/core/schedule/scheduling";
import { studyDayOf } from "@/lib/core/study-day";
import { curvePoints } from "./curve-points";

const calendar = { zone: "Asia/Seoul", rolloverHour: 4 };
const now = Date.parse("2026-11-20T03:00:00Z");
const by = { calendar, scheduling: usualScheduling };
const dayMs = 86_400_000;
const graded = (grade: "good" | "easy") =>
  gradeCard({ memory: newMemory(), grade, now, calendar, cardId: "a card" });

describe("the forgetting curve of a card", () => {
  it("does not exist before its first grade", () => {
    expect(curvePoints(newMemory(), now, by)).toBeNull();
  });

  it("falls from certainty through the day it is due to twice as far", () => {
    const memory = graded("easy");
    const curve = curvePoints(memory, now + 2 * dayMs, by);
    if (!curve) throw new Error("no curve");
    const chances = curve.points.map(({ chance }) => chance);
    expect(chances[0]).toBe(1);
    expect(chances).toEqual([...chances].sort((one, other) => other - one));
    expect(curve.now.day).toBe(2);
    expect(curve.due.at).toBeGreaterThanOrEqual(memory.dueAt);
    expect(curve.due.chance).toBeCloseTo(0.9, 1);
    expect(curve.points.at(-1)?.day).toBe(curve.due.day * 2);
  });

  it("names the study day that it is due on, after a review late at night too", () => {
    const night = Date.parse("2026-11-19T17:30:00Z");
    const memory = gradeCard({ memory: newMemory(), grade: "easy", now: night, calendar, cardId: "a card" });
    const curve = curvePoints(memory, night, by);
    const day = Math.round((memory.dueDay ?? 0) - studyDayOf(night, calendar));
    expect(curve && new Date(curve.due.at).toLocaleDateString("en-CA", { timeZone: calendar.zone })).toBe(
      `2026-11-${19 + day}`,
    );
  });

  it("shows a week of a card that is due in minutes", () => {
    const curve = curvePoints(graded("good"), now, by);
    expect(curve?.due.day).toBe(0);
    expect(curve?.points).toHaveLength(8);
  });

  it("reaches past now, in few points, when nobody looked for years", () => {
    const curve = curvePoints(graded("easy"), now + 1_000 * dayMs, by);
    expect(curve?.now.day).toBe(1_000);
    expect(curve?.points.at(-1)?.day).toBeGreaterThan(1_000);
    expect(curve?.points.length).toBeLessThanOrEqual(61);
  });
});
