import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { enrolledCourses, setCourseRules } from "@/lib/db/courses";
import { theStore } from "../store";
import { coursesOf } from "../study/course-index";
import { moveDueDays } from "../study/move-due-days";

export const leastRetention = 0.7;
export const mostRetention = 0.99;

/**
 * Sets the recall chance at which the cards of one course come back, from the next grade on; null is the learner's own
 * for all courses. With `movesDays` cards that wait already follow as well.
 */
export async function changeRetention(
  person: Person,
  { courseId, retention, movesDays }: { courseId: CourseId; retention: number | null; movesDays: boolean },
  now: number,
): Promise<Result<{ moved: number }, { kind: "not-found" | "unreadable" }>> {
  const course = (await coursesOf(person.id)).find(({ id }) => id === courseId);
  if (!course) return fail({ kind: "not-found" });
  const isIn = retention === null || (retention >= leastRetention && retention <= mostRetention);
  if (!isIn) return fail({ kind: "unreadable" });
  return theStore().tx(async (db) => {
    const present = (await enrolledCourses(db, person.id)).find(({ id }) => id === courseId);
    if (!present) return fail({ kind: "not-found" });
    const { retention: _, ...others } = present.rules;
    const rules = retention === null ? others : { ...others, retention };
    await setCourseRules(db, person.id, courseId, rules);
    // Settings of the scheduler are kept by person: another object has none yet.
    const moved = movesDays ? await moveDueDays(db, { ...person }, [{ ...course, rules }], now) : 0;
    return ok({ moved });
  });
}
