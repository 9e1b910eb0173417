import { defineSchema } from "./schema";
import { sqliteDialect } from "./sqlite-dialect";

export const {
  users,
  sessions,
  throttles,
  tokens,
  courses,
  notes,
  pictures,
  concepts,
  cards,
  enrolments,
  memories,
  reviews,
  reports,
  marks,
  sets,
  tags,
  fits,
} = defineSchema(sqliteDialect);
