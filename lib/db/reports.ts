import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { CardId, CourseId, ReportId, UserId } from "@/lib/core/ids";
import type { Db } from "./store";

export interface Report {
  id: ReportId;
  cardId: CardId;
  text: string;
  at: number;
}

export async function addReport(
  { q, t }: Db,
  report: Report & { courseId: CourseId; userId: UserId },
): Promise<void> {
  await q.insert(t.reports).values({ ...report, closedAt: null });
}

/** How many reports of a person nobody has settled yet. */
export async function openReports({ q, t }: Db, userId: UserId): Promise<number> {
  const [row] = await q
    .select({ open: count() })
    .from(t.reports)
    .where(and(eq(t.reports.userId, userId), isNull(t.reports.closedAt)));
  return row?.open ?? 0;
}

/** Open reports of a course, the newest first. Who wrote one is nobody's business here. */
export async function reportsOf({ q, t }: Db, courseId: CourseId): Promise<Report[]> {
  return q
    .select({ id: t.reports.id, cardId: t.reports.cardId, text: t.reports.text, at: t.reports.at })
    .from(t.reports)
    .where(and(eq(t.reports.courseId, courseId), isNull(t.reports.closedAt)))
    .orderBy(desc(t.reports.at));
}

/** False when there is no such open report. */
export async function closeReport(
  { q, t }: Db,
  courseId: CourseId,
  id: ReportId,
  now: number,
): Promise<boolean> {
  const closed = await q
    .update(t.reports)
    .set({ closedAt: now })
    .where(and(eq(t.reports.id, id), eq(t.reports.courseId, courseId), isNull(t.reports.closedAt)))
    .returning({ id: t.reports.id });
  return closed.length > 0;
}
