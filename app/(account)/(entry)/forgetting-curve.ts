/** The picture beside the sign-in form: what FSRS-6 expects of one card that is graded Good at each meeting. */
import { curveMonotoneX, line } from "d3-shape";
import { gradeCard, newMemory, recallChance } from "@/lib/core/schedule/grade-card";
import type { Memory } from "@/lib/core/schedule/memory";

const calendar = { zone: "UTC", rolloverHour: 0 };
const cardId = "a card of the picture";
const dayMs = 86_400_000;

export const frame = { width: 632, top: 24, bottom: 290, days: 130, floor: 0.5 };

/** Time runs on a square-root scale, so that the first days are not crushed. */
export const x = (day: number): number => 8 + (frame.width - 8) * Math.sqrt(day / frame.days);
export const y = (chance: number): number =>
  frame.top + ((1 - chance) / (1 - frame.floor)) * (frame.bottom - frame.top);

const draw = line<[number, number]>()
  .x(([day]) => Number(x(day).toFixed(1)))
  .y(([, chance]) => Number(y(chance).toFixed(1)))
  .curve(curveMonotoneX);

const chances = (memory: Memory, from: number, until: number): [number, number][] =>
  Array.from({ length: until - from + 1 }, (_, index) => [
    from + index,
    recallChance(memory, (from + index) * dayMs, calendar),
  ]);

export interface Meeting {
  day: number;
  /** From this meeting to the next one, or to the edge. */
  path: string;
  /** Recall chance at the end of the path. */
  end: number;
}

/** The meetings inside the frame, and the curve of a card that is never met again. */
export function forgettingCurve(): { meetings: Meeting[]; never: { path: string; end: number } } {
  const learn = (memory: Memory, now: number) => gradeCard({ memory, grade: "good", now, calendar, cardId });
  let memory = learn(newMemory(), 0);
  const unmet = chances(memory, 0, frame.days);
  memory = learn(memory, memory.dueAt);
  const meetings: Meeting[] = [];
  for (let day = 0; day < frame.days; ) {
    const until = Math.min(Math.round(memory.dueAt / dayMs), frame.days);
    const points = chances(memory, day, until);
    meetings.push({ day, path: draw(points) ?? "", end: points.at(-1)?.[1] ?? 1 });
    if (until < frame.days) memory = learn(memory, memory.dueAt);
    day = until;
  }
  return { meetings, never: { path: draw(unmet) ?? "", end: unmet.at(-1)?.[1] ?? 0 } };
}
