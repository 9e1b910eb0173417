import { defineCourses } from "./courses";
import { definePeople } from "./people";
import type { Dialect } from "./sqlite-dialect";
import { defineStudy } from "./study";

/** All tables, described once for every database. */
export function defineSchema(d: Dialect) {
  const people = definePeople(d);
  const courses = defineCourses(d, people);
  const study = defineStudy(d, { ...people, ...courses });
  return { ...people, ...courses, ...study };
}

export type Schema = ReturnType<typeof defineSchema>;
