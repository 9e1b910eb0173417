import { and, asc, count, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { CardId, CourseId, UserId } from "@/lib/core/ids";
import type { ConceptEdits } from "@/lib/core/notes/concept-edits";
import type { Concept, Correction, Link } from "@/lib/core/notes/course";
import type { CardData, ConceptsFile } from "@/lib/core/notes/course-data";
import type { CorrectionDecision } from "@/lib/core/notes/stored-course";
import type { CourseRules } from "@/lib/core/study/study-rules";
import { prepared } from "./prepared";
import type { Db } from "./store";

export type CardRow = Db["t"]["cards"]["$inferSelect"];

export interface StoredCourse {
  id: CourseId;
  slug: string;
  title: string;
  fingerprint: string;
  corrections: Correction[];
  decisions: CorrectionDecision[];
  links: Link[];
  conceptEdits: ConceptEdits;
  outline: ConceptsFile | null;
  wording: CardData[];
  ownerId: UserId | null;
  publishedAt: number | null;
  createdAt: number;
  notes: { file: string; text: string }[];
  concepts: Concept[];
  /** Without retired ones. */
  cards: CardRow[];
}

export async function courseBySlug({ q, t }: Db, slug: string): Promise<{ id: CourseId } | null> {
  const [row] = await q.select({ id: t.courses.id }).from(t.courses).where(eq(t.courses.slug, slug));
  return row ?? null;
}

/** The courses a learner is enrolled in, with the fingerprint that says whether a kept copy is still right. */
export async function enrolledCourses(
  db: Db,
  userId: UserId,
): Promise<{ id: CourseId; fingerprint: string; rules: CourseRules }[]> {
  const { q, t } = db;
  const query = prepared(db, "enrolledCourses", () =>
    q
      .select({ id: t.courses.id, fingerprint: t.courses.fingerprint, rules: t.enrolments.rules })
      .from(t.enrolments)
      .innerJoin(t.courses, eq(t.courses.id, t.enrolments.courseId))
      .where(eq(t.enrolments.userId, sql.placeholder("userId")))
      .orderBy(asc(t.enrolments.createdAt), asc(t.courses.id))
      .prepare(),
  );
  return query.execute({ userId });
}

export async function enrol({ q, t }: Db, userId: UserId, courseId: CourseId, now: number): Promise<void> {
  await q.insert(t.enrolments).values({ userId, courseId, createdAt: now }).onConflictDoNothing();
}

/** A course without what it holds. */
export interface CourseHead {
  id: CourseId;
  slug: string;
  title: string;
  fingerprint: string;
  ownerId: UserId | null;
  publishedAt: number | null;
}

const headColumns = ({ courses }: Db["t"]) => ({
  id: courses.id,
  slug: courses.slug,
  title: courses.title,
  fingerprint: courses.fingerprint,
  ownerId: courses.ownerId,
  publishedAt: courses.publishedAt,
});

export async function findCourse({ q, t }: Db, id: CourseId): Promise<CourseHead | null> {
  const [row] = await q.select(headColumns(t)).from(t.courses).where(eq(t.courses.id, id));
  return row ?? null;
}

export async function countOwned({ q, t }: Db, ownerId: UserId): Promise<number> {
  const [row] = await q.select({ owned: count() }).from(t.courses).where(eq(t.courses.ownerId, ownerId));
  return row?.owned ?? 0;
}

export async function isEnrolled({ q, t }: Db, userId: UserId, courseId: CourseId): Promise<boolean> {
  const rows = await q
    .select({ courseId: t.enrolments.courseId })
    .from(t.enrolments)
    .where(and(eq(t.enrolments.userId, userId), eq(t.enrolments.courseId, courseId)));
  return rows.length > 0;
}

/** Sets apart how a learner studies one course. */
export async function setCourseRules(
  { q, t }: Db,
  userId: UserId,
  courseId: CourseId,
  rules: CourseRules,
): Promise<void> {
  await q
    .update(t.enrolments)
    .set({ rules })
    .where(and(eq(t.enrolments.userId, userId), eq(t.enrolments.courseId, courseId)));
}

export async function leaveCourse({ q, t }: Db, userId: UserId, courseId: CourseId): Promise<void> {
  await q
    .delete(t.enrolments)
    .where(and(eq(t.enrolments.userId, userId), eq(t.enrolments.courseId, courseId)));
}

export async function changeCourse(
  { q, t }: Db,
  id: CourseId,
  change: Partial<Omit<StoredCourse, "id" | "notes" | "concepts" | "cards">>,
): Promise<void> {
  await q.update(t.courses).set(change).where(eq(t.courses.id, id));
}

/** Courses that a person owns or studies, or that are open to everybody, with the number of their cards. */
export async function coursesSeenBy(
  { q, t }: Db,
  userId: UserId,
): Promise<(CourseHead & { cards: number; isStudied: boolean })[]> {
  const cards = q
    .select({ courseId: t.cards.courseId, cards: count().as("cards") })
    .from(t.cards)
    .where(isNull(t.cards.retiredAt))
    .groupBy(t.cards.courseId)
    .as("counted");
  const rows = await q
    .select({ ...headColumns(t), cards: cards.cards, studiedBy: t.enrolments.userId })
    .from(t.courses)
    .leftJoin(cards, eq(cards.courseId, t.courses.id))
    .leftJoin(t.enrolments, and(eq(t.enrolments.courseId, t.courses.id), eq(t.enrolments.userId, userId)))
    .where(
      or(eq(t.courses.ownerId, userId), isNotNull(t.courses.publishedAt), isNotNull(t.enrolments.userId)),
    )
    .orderBy(asc(t.courses.createdAt), asc(t.courses.id));
  return rows.map(({ studiedBy, cards: counted, ...head }) => ({
    ...head,
    cards: counted ?? 0,
    isStudied: studiedBy !== null,
  }));
}

export async function loadCourse({ q, t }: Db, id: CourseId): Promise<StoredCourse> {
  const [course] = await q.select().from(t.courses).where(eq(t.courses.id, id));
  if (!course) throw new Error(`loadCourse: no course ${id}`);
  const concepts = await q
    .select()
    .from(t.concepts)
    .where(eq(t.concepts.courseId, id))
    .orderBy(asc(t.concepts.position));
  return {
    ...course,
    notes: await q
      .select({ file: t.notes.file, text: t.notes.text })
      .from(t.notes)
      .where(eq(t.notes.courseId, id)),
    concepts: concepts.map(({ lineFrom, lineTo, ...concept }) => ({ ...concept, lines: [lineFrom, lineTo] })),
    cards: await q
      .select()
      .from(t.cards)
      .where(and(eq(t.cards.courseId, id), isNull(t.cards.retiredAt)))
      .orderBy(asc(t.cards.position)),
  };
}

/** Every card a course ever had, retired ones too, in order. */
export async function allCards({ q, t }: Db, id: CourseId): Promise<CardRow[]> {
  return q.select().from(t.cards).where(eq(t.cards.courseId, id)).orderBy(asc(t.cards.position));
}

export async function findCard({ q, t }: Db, id: CardId): Promise<CardRow | null> {
  const [row] = await q.select().from(t.cards).where(eq(t.cards.id, id));
  return row ?? null;
}

/** Keeps what a person wrote over a card, under a new fingerprint of the course so that no kept copy is used. */
export async function changeCardEdit(
  { q, t }: Db,
  { id, courseId }: CardRow,
  edit: CardRow["edit"],
  retiredAt: number | null,
  fingerprint: string,
): Promise<void> {
  await q.update(t.cards).set({ edit, retiredAt }).where(eq(t.cards.id, id));
  await q.update(t.courses).set({ fingerprint }).where(eq(t.courses.id, courseId));
}

const rowsAtOnce = 200;

async function inSlices<Row>(rows: readonly Row[], write: (slice: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await write(rows.slice(from, from + rowsAtOnce));
}

/** Puts a compiled course in place of the stored one. Cards keep their rows by id; those no longer made are retired. */
export async function saveCourse(db: Db, course: StoredCourse, now: number): Promise<void> {
  const { q, t } = db;
  const { notes, concepts, cards, ...row } = course;
  await q.insert(t.courses).values(row).onConflictDoUpdate({ target: t.courses.id, set: row });
  await q.delete(t.notes).where(eq(t.notes.courseId, course.id));
  await inSlices(notes, (slice) =>
    q.insert(t.notes).values(slice.map((note) => ({ ...note, courseId: course.id }))),
  );
  await q.delete(t.concepts).where(eq(t.concepts.courseId, course.id));
  const placed = concepts.map(({ lines, ...concept }, position) => ({
    ...concept,
    courseId: course.id,
    lineFrom: lines[0],
    lineTo: lines[1],
    position,
  }));
  await inSlices(placed, (slice) => q.insert(t.concepts).values(slice));
  await saveCards(db, course.id, cards, now);
}

async function saveCards(
  { q, t }: Db,
  courseId: CourseId,
  cards: readonly CardRow[],
  now: number,
): Promise<void> {
  const known = await q.select({ id: t.cards.id }).from(t.cards).where(eq(t.cards.courseId, courseId));
  const kept = new Set<CardId>(cards.map((card) => card.id));
  const stored = new Set(known.map((row) => row.id));
  for (const { id, ...card } of cards.filter((each) => stored.has(each.id))) {
    await q.update(t.cards).set(card).where(eq(t.cards.id, id));
  }
  await inSlices(
    cards.filter((card) => !stored.has(card.id)),
    (slice) => q.insert(t.cards).values(slice),
  );
  const retired = [...stored].filter((id) => !kept.has(id));
  await inSlices(retired, (slice) =>
    q
      .update(t.cards)
      .set({ retiredAt: now })
      .where(and(inArray(t.cards.id, slice), isNull(t.cards.retiredAt))),
  );
}
