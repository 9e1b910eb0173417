import { isNotNull } from "drizzle-orm";
import type { CardId, FitId, ReviewId, SetId, UserId } from "@/lib/core/ids";
import type { Verdict } from "@/lib/core/questions/family";
import type { Grade, Phase } from "@/lib/core/schedule/memory";
import type { Mark } from "@/lib/core/study/mark";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import type { OwnWeights } from "@/lib/core/study/study-rules";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "../card-state";
import type { defineCourses } from "./courses";
import { numberIn } from "./number-in";
import type { definePeople } from "./people";
import type { Dialect } from "./sqlite-dialect";

type Known = ReturnType<typeof definePeople> & ReturnType<typeof defineCourses>;

/** What a learner remembers of each card, and the log of reviews that it is a fold of. */
export function defineStudy(d: Dialect, { users, cards }: Known) {
  const userId = () =>
    d
      .text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" });
  const cardId = () =>
    d
      .text("card_id")
      .$type<CardId>()
      .notNull()
      .references(() => cards.id);

  const memories = d.table(
    "memories",
    {
      userId: userId(),
      cardId: cardId(),
      phase: d.text("phase").$type<Phase>().notNull(),
      stability: d.real("stability").notNull(),
      difficulty: d.real("difficulty").notNull(),
      step: d.int("step").notNull(),
      dueAt: d.ms("due_at").notNull(),
      dueDay: d.int("due_day").$type<StudyDay>(),
      reps: d.int("reps").notNull(),
      lapses: d.int("lapses").notNull(),
      lastReviewedAt: d.ms("last_reviewed_at"),
      lastDay: d.int("last_day").$type<StudyDay>(),
      revision: d.int("revision").notNull(),
      /** Slip that the next variant of a computed card must tell apart from all others. */
      separating: d.text("separating"),
      /** Set while the learner keeps the card out of every queue. */
      suspendedAt: d.ms("suspended_at"),
      /** The study day until which the learner set it aside. */
      buriedUntil: d.int("buried_until").$type<StudyDay>(),
      flaggedAt: d.ms("flagged_at"),
      /** Reviews of the learner's log up to this place no longer count: the card was made new again. */
      sinceSeq: d.int("since_seq").notNull().default(0),
    },
    (t) => [
      d.primaryKey({ columns: [t.userId, t.cardId] }),
      // Hold every column that the queue and the forecast read, so that neither touches the table.
      d
        .index("memories_queue")
        .on(
          t.userId,
          t.phase,
          t.dueDay,
          t.cardId,
          t.dueAt,
          t.stability,
          t.difficulty,
          t.lastDay,
          t.buriedUntil,
          t.suspendedAt,
        ),
      d.index("memories_due").on(t.userId, t.dueAt, t.dueDay, t.phase, t.suspendedAt, t.cardId),
    ],
  );

  /** Cards that a learner reviews outside the day; its rows of the log say how far it has come. */
  const sets = d.table(
    "sets",
    {
      id: d.text("id").$type<SetId>().primaryKey(),
      userId: userId(),
      /** The kind of review that an answer in the set is. */
      kind: d.text("kind").$type<ReviewKind>().notNull(),
      /** In the order in which they are first asked. */
      cardIds: d.json<CardId[]>("card_ids").notNull(),
      createdAt: d.ms("created_at").notNull(),
      /** When the learner ended it, or began another. */
      endedAt: d.ms("ended_at"),
    },
    (t) => [d.index("sets_user").on(t.userId, t.createdAt)],
  );

  const reviews = d.table(
    "reviews",
    {
      /** Chosen by the client for each answer: the same id again adds nothing. */
      id: d.text("id").$type<ReviewId>().primaryKey(),
      userId: userId(),
      cardId: cardId(),
      /** Order within one learner's log, from 1. */
      seq: d.int("seq").notNull(),
      at: d.ms("at").notNull(),
      studyDay: d.int("study_day").$type<StudyDay>().notNull(),
      /** "cram": a practice that left the memory as it was. */
      kind: d.text("kind").$type<ReviewKind>().notNull().default("review"),
      /** The set that it was answered in; null in the day's queue. */
      setId: d
        .text("set_id")
        .$type<SetId>()
        .references(() => sets.id),
      grade: d.text("grade").$type<Grade>().notNull(),
      takenMs: d.int("taken_ms").notNull(),
      phase: d.text("phase").$type<Phase>().notNull(),
      /** State before this review, null when the card had none: what undo puts back (its revision apart). */
      before: d.json<CardState | null>("before"),
      after: d.json<CardState>("after").notNull(),
      /** The interval as the button said it. */
      unit: d.text("unit").$type<"seconds" | "days">().notNull(),
      amount: d.int("amount").notNull(),
      family: d.text("family"),
      version: d.int("version"),
      seed: d.ms("seed"),
      params: d.json<unknown>("params"),
      given: d.text("given"),
      verdict: d.text("verdict").$type<Verdict>(),
      browserVerdict: d.text("browser_verdict").$type<Verdict>(),
      slips: d.json<string[]>("slips").notNull(),
      /** The misconception that the learner named, or the only one that fits. */
      slip: d.text("slip"),
      /** This lapse made the card a leech: what was done about it, and undo takes back. */
      leech: d.text("leech").$type<"tag" | "suspend">(),
      undoneAt: d.ms("undone_at"),
    },
    (t) => [
      d.uniqueIndex("reviews_user_seq").on(t.userId, t.seq),
      // Holds what the queue and the progress page read of each day's reviews.
      d
        .index("reviews_user_day")
        .on(
          t.userId,
          t.studyDay,
          t.seq,
          t.undoneAt,
          t.kind,
          t.phase,
          t.grade,
          t.takenMs,
          t.family,
          t.cardId,
          t.id,
          numberIn(t.before, "stability"),
          numberIn(t.before, "lastDay"),
        ),
      d.index("reviews_user_family").on(t.userId, t.family, t.seq),
      d.index("reviews_user_card").on(t.userId, t.cardId, t.seq),
      // Only of the few reviews in sets, so that the day's pay nothing for it.
      d.index("reviews_set").on(t.setId, t.seq).where(isNotNull(t.setId)),
    ],
  );

  /** What a learner decided about a memory by hand; `seq` is the place of the log at which it was decided. */
  const marks = d.table(
    "marks",
    {
      userId: userId(),
      cardId: cardId(),
      seq: d.int("seq").notNull(),
      kind: d.text("kind").$type<Mark["kind"]>().notNull(),
      at: d.ms("at").notNull(),
      dueAt: d.ms("due_at"),
      dueDay: d.int("due_day").$type<StudyDay>(),
    },
    (t) => [d.primaryKey({ columns: [t.userId, t.cardId, t.seq, t.kind] })],
  );

  const tags = d.table("tags", { userId: userId(), cardId: cardId(), tag: d.text("tag").notNull() }, (t) => [
    d.primaryKey({ columns: [t.userId, t.cardId, t.tag] }),
  ]);

  /** Weights fitted to a learner's log, and how well they did on reviews that the fit had not seen. */
  const fits = d.table(
    "fits",
    {
      id: d.text("id").$type<FitId>().primaryKey(),
      userId: userId(),
      kind: d.text("kind").$type<keyof OwnWeights>().notNull(),
      at: d.ms("at").notNull(),
      reviews: d.int("reviews").notNull(),
      weights: d.json<number[]>("weights").notNull(),
      /** Weights in use before, null for the usual ones: what undoing the fit puts back. */
      before: d.json<number[] | null>("before"),
      /** Mean log loss on held-out reviews with the weights before and after. */
      lossBefore: d.real("loss_before").notNull(),
      lossAfter: d.real("loss_after").notNull(),
      isKept: d.int("is_kept").notNull(),
      undoneAt: d.ms("undone_at"),
    },
    (t) => [d.index("fits_user").on(t.userId, t.at)],
  );

  return { memories, sets, reviews, marks, tags, fits };
}
