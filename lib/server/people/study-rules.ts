import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  type ReadRules,
  readLimits,
  readRules,
  type WrittenLimits,
  type WrittenRules,
} from "@/lib/core/study/read-rules";
import type { CourseRules } from "@/lib/core/study/study-rules";
import { studyDayOf } from "@/lib/core/study-day";
import { enrolledCourses, setCourseRules } from "@/lib/db/courses";
import { changeAccount } from "@/lib/db/users";
import { theStore } from "../store";
import { calendarOf } from "../study/load-queue";

/** The first field that cannot be read, and of a course which one. */
export interface UnreadableRules {
  kind: "unreadable";
  field: keyof WrittenRules | keyof CourseRules;
  course?: string;
}

/**
 * Changes how a person studies, for all courses and with limits for some, all of it or nothing. What was graded already
 * stays due when it is.
 */
export async function changeRules(
  person: Person,
  written: WrittenRules,
  writtenLimits: readonly WrittenLimits[],
): Promise<Result<ReadRules, UnreadableRules>> {
  const read = readRules(written);
  if (!read.ok) return read;
  const apart = new Map<string, CourseRules>();
  for (const each of writtenLimits) {
    const limits = readLimits(each);
    if (!limits.ok) return fail({ ...limits.error, course: each.courseId });
    apart.set(each.courseId, limits.value);
  }
  const { reviewsPerDay, rules } = read.value;
  const kept = { reviewsPerDay, rules: { ...person.rules, ...rules } };
  await theStore().tx(async (db) => {
    await changeAccount(db, person.id, kept);
    for (const { id, rules: own } of await enrolledCourses(db, person.id)) {
      const limits = apart.get(id);
      if (!limits) continue;
      const { newPerDay: _, reviewsPerDay: __, ...others } = own;
      await setCourseRules(db, person.id, id, { ...others, ...limits });
    }
  });
  return ok(read.value);
}

/** Asks for more cards today; they are gone with the day. */
export async function askForMore(
  person: Person,
  more: { new: number; reviews: number },
  now: number,
): Promise<void> {
  const day = studyDayOf(now, calendarOf(person));
  const had = person.extra?.day === day ? person.extra : { new: 0, reviews: 0 };
  const extra = { day, new: had.new + more.new, reviews: had.reviews + more.reviews };
  await theStore().tx((db) => changeAccount(db, person.id, { extra }));
}

/** Takes the order of reviews that a backlog is best worked off in: what is still remembered first. */
export async function orderForBacklog(person: Person): Promise<void> {
  const rules = { ...person.rules, reviewOrder: "recall-down" as const };
  await theStore().tx((db) => changeAccount(db, person.id, { rules }));
}
