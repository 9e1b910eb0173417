import { randomUUID } from "node:crypto";
import { asId, type CardId, type CourseId, type ReportId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findCard, findCourse } from "@/lib/db/courses";
import { addReport, closeReport, openReports, type Report, reportsOf } from "@/lib/db/reports";
import { theStore } from "../store";
import { coursesOf } from "../study/course-index";
import { type CourseFailure, mayEdit } from "./see-course";

const longest = 1_000;
const mostOpen = 20;

/** Tells the owner of a course that a card of it is faulty. One person may have a few open reports in a course, not hundreds. */
export async function reportCard(
  person: Person,
  cardId: CardId,
  text: string,
  now: number,
): Promise<Result<null, CourseFailure | { kind: "bad-request" | "throttled" }>> {
  const said = text.trim();
  if (said === "" || said.length > longest) return fail({ kind: "bad-request" });
  const isStudied = (await coursesOf(person.id)).some((course) => course.cards.has(cardId));
  if (!isStudied) return fail({ kind: "not-found" });
  return theStore().tx(async (db) => {
    const card = await findCard(db, cardId);
    if (!card) return fail({ kind: "not-found" });
    if ((await openReports(db, person.id)) >= mostOpen) return fail({ kind: "throttled" });
    const id = asId<ReportId>(randomUUID());
    await addReport(db, { id, cardId, courseId: card.courseId, userId: person.id, text: said, at: now });
    return ok(null);
  });
}

/** Open reports about a course, the newest first, for whoever may change it. */
export async function listReports(
  person: Person,
  courseId: CourseId,
): Promise<Result<Report[], CourseFailure>> {
  const course = await findCourse(theStore().read, courseId);
  if (!course || !mayEdit(person, course)) return fail({ kind: "not-found" });
  return ok(await reportsOf(theStore().read, courseId));
}

export async function settleReport(
  person: Person,
  courseId: CourseId,
  id: ReportId,
  now: number,
): Promise<Result<null, CourseFailure>> {
  return theStore().tx(async (db) => {
    const course = await findCourse(db, courseId);
    if (!course || !mayEdit(person, course)) return fail({ kind: "not-found" });
    return (await closeReport(db, courseId, id, now)) ? ok(null) : fail({ kind: "not-found" });
  });
}
