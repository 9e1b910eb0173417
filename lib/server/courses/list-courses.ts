import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { coursesSeenBy } from "@/lib/db/courses";
import { theStore } from "../store";

export interface CourseEntry {
  id: CourseId;
  title: string;
  cards: number;
  isOwn: boolean;
  isPublished: boolean;
  isStudied: boolean;
}

/** The person's own courses, those they study and those open to everybody here, the oldest first. */
export const listCourses = async (person: Person): Promise<CourseEntry[]> =>
  (await coursesSeenBy(theStore().read, person.id)).map(({ ownerId, publishedAt, ...course }) => ({
    ...course,
    isOwn: ownerId === person.id,
    isPublished: publishedAt !== null,
  }));
