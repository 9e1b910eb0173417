import type { CardId, ConceptId, CourseId, ReportId, UserId } from "@/lib/core/ids";
import type { ConceptEdits } from "@/lib/core/notes/concept-edits";
import type { Concept, Correction, Link, Rule } from "@/lib/core/notes/course";
import type { CardData, ConceptsFile } from "@/lib/core/notes/course-data";
import type { CardEdit, CardImage, CorrectionDecision, Sides } from "@/lib/core/notes/stored-course";
import type { CourseRules } from "@/lib/core/study/study-rules";
import type { definePeople } from "./people";
import type { Dialect } from "./sqlite-dialect";

/** A course as it was compiled: its notes, concepts and cards, and who studies it. */
export function defineCourses(d: Dialect, { users }: ReturnType<typeof definePeople>) {
  const courses = d.table("courses", {
    id: d.text("id").$type<CourseId>().primaryKey(),
    slug: d.text("slug").notNull().unique(),
    title: d.text("title").notNull(),
    /** Of everything that it was compiled from: the same again means nothing to do. */
    fingerprint: d.text("fingerprint").notNull(),
    corrections: d.json<Correction[]>("corrections").notNull(),
    /** What the course's teachers made of its corrections, newest last. */
    decisions: d.json<CorrectionDecision[]>("decisions").notNull().default([]),
    links: d.json<Link[]>("links").notNull(),
    /** What a person made of the concept tree by hand. */
    conceptEdits: d.json<ConceptEdits>("concept_edits").notNull().default({}),
    /** The author's concept tree and words beside the notes, if any. */
    outline: d.json<ConceptsFile | null>("outline"),
    wording: d.json<CardData[]>("wording").notNull().default([]),
    /** Null: the course that comes with Epoch, or one whose owner left. */
    ownerId: d
      .text("owner_id")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    /** When it was opened to everybody here; null while only its owner sees it. */
    publishedAt: d.ms("published_at"),
    createdAt: d.ms("created_at").notNull().default(0),
  });
  const courseId = () =>
    d
      .text("course_id")
      .$type<CourseId>()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" });

  const notes = d.table(
    "notes",
    { courseId: courseId(), file: d.text("file").notNull(), text: d.text("text").notNull() },
    (t) => [d.primaryKey({ columns: [t.courseId, t.file] })],
  );

  /** Pictures that the notes show, by their path beside the notes. */
  const pictures = d.table(
    "pictures",
    {
      courseId: courseId(),
      path: d.text("path").notNull(),
      type: d.text("type").notNull(),
      bytes: d.bytes("bytes").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.courseId, t.path] })],
  );

  const concepts = d.table(
    "concepts",
    {
      courseId: courseId(),
      id: d.text("id").$type<ConceptId>().notNull(),
      names: d.json<Concept["names"]>("names").notNull(),
      parent: d.text("parent").$type<ConceptId>(),
      file: d.text("file").notNull(),
      lineFrom: d.int("line_from").notNull(),
      lineTo: d.int("line_to").notNull(),
      position: d.int("position").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.courseId, t.id] })],
  );

  const cards = d.table(
    "cards",
    {
      id: d.text("id").$type<CardId>().primaryKey(),
      courseId: courseId(),
      concept: d.text("concept").$type<ConceptId>().notNull(),
      rule: d.text("rule").$type<Rule>().notNull(),
      /** Its words in each language that the course has. */
      sides: d.json<Sides>("sides").notNull(),
      /** What a person wrote over the words of the notes. */
      edit: d.json<CardEdit | null>("edit"),
      /** Cards of one group share a sentence and never meet on one day. */
      siblingGroup: d.text("sibling_group").notNull(),
      correction: d.text("correction"),
      /** Pictures in its lines that the course has, by path. */
      images: d.json<CardImage[]>("images").notNull().default([]),
      /** Set on a computed card: the question family that it asks. */
      family: d.text("family"),
      position: d.int("position").notNull(),
      /** No longer made from the notes. The row stays, so that its reviews keep their meaning. */
      retiredAt: d.ms("retired_at"),
    },
    (t) => [d.index("cards_course").on(t.courseId, t.position)],
  );

  const enrolments = d.table(
    "enrolments",
    {
      userId: d
        .text("user_id")
        .$type<UserId>()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      courseId: courseId(),
      /** What the learner sets apart for this course. */
      rules: d.json<CourseRules>("rules").notNull().default({}),
      createdAt: d.ms("created_at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.userId, t.courseId] })],
  );

  const reports = d.table(
    "reports",
    {
      id: d.text("id").$type<ReportId>().primaryKey(),
      cardId: d
        .text("card_id")
        .$type<CardId>()
        .notNull()
        .references(() => cards.id, { onDelete: "cascade" }),
      courseId: courseId(),
      userId: d
        .text("user_id")
        .$type<UserId>()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      text: d.text("text").notNull(),
      at: d.ms("at").notNull(),
      closedAt: d.ms("closed_at"),
    },
    (t) => [d.index("reports_course").on(t.courseId, t.closedAt, t.at)],
  );

  return { courses, notes, pictures, concepts, cards, enrolments, reports };
}
