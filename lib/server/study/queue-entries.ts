/** Cards of the learner's courses as the queue takes them. */
import type { CourseId } from "@/lib/core/ids";
import type { FreshEntry, QueueEntry, SeenEntry } from "@/lib/core/study/queue";
import type { Limit } from "@/lib/core/study/room";
import type { CardRow } from "@/lib/db/courses";
import type { QueueRow } from "@/lib/db/queue";
import type { DayReview } from "@/lib/db/reviews";
import { findCard, type StudiedCourse } from "./course-index";

/** The cards of these courses that were graded before. */
export function seenEntries(courses: readonly StudiedCourse[], rows: readonly QueueRow[]): SeenEntry[] {
  return rows.flatMap((memory) => {
    const found = memory.phase === "new" ? null : findCard(courses, memory.cardId);
    if (!found) return [];
    const { course, card } = found;
    return {
      cardId: memory.cardId,
      ...placeOf(courses, course, card.position),
      group: card.siblingGroup,
      memory,
      buriedUntil: memory.buriedUntil,
    };
  });
}

/** A card never graded. */
export const freshEntry = (
  courses: readonly StudiedCourse[],
  course: StudiedCourse,
  card: CardRow,
): FreshEntry => ({
  cardId: card.id,
  ...placeOf(courses, course, card.position),
  group: card.siblingGroup,
  isSkill: card.family !== null,
});

/** More than the cards of any course, so that courses follow one another. */
const courseSpan = 1_000_000;

function placeOf(courses: readonly StudiedCourse[], course: StudiedCourse, position: number) {
  const coursePlace = courses.indexOf(course);
  return { courseId: course.id, coursePlace, position: coursePlace * courseSpan + position };
}

/** What today's grades have used of the limits, and the cards that were met. */
export function usedToday(courses: readonly StudiedCourse[], done: readonly DayReview[]) {
  const metToday: Pick<QueueEntry, "cardId" | "group">[] = [];
  const used = { skills: 0, courses: new Map<CourseId, Limit>() };
  for (const { cardId, phase } of done) {
    const found = findCard(courses, cardId);
    if (!found || (phase !== "new" && phase !== "review")) continue;
    const { course, card } = found;
    metToday.push({ cardId, group: card.siblingGroup });
    const count = used.courses.get(course.id) ?? { new: 0, reviews: 0 };
    if (phase === "new" && card.family !== null) used.skills += 1;
    const kind = phase === "new" ? "new" : "reviews";
    used.courses.set(course.id, { ...count, [kind]: count[kind] + 1 });
  }
  return { used, metToday };
}
