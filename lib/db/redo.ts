/** Which review that was taken back may be put back. */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, sql } from "drizzle-orm";
import type { ReviewId, SetId, UserId } from "@/lib/core/ids";
import { prepared } from "./prepared";
import { latestReview, type Review, undoneTogether } from "./reviews";
import type { Db } from "./store";

/** The review of a learner, or the practice in a set, taken back last, if none was graded since. */
export async function redoableReview(
  db: Db,
  userId: UserId,
  practisedIn: SetId | null = null,
): Promise<Review | null> {
  const { q, t } = db;
  const last = await latestReview(db, userId, practisedIn);
  const query = prepared(db, practisedIn === null ? "redoableReview" : "redoableReview: practised", () =>
    q
      .select()
      .from(t.reviews)
      .where(
        and(
          undoneTogether(db, practisedIn),
          gt(t.reviews.seq, sql.placeholder("after")),
          isNotNull(t.reviews.undoneAt),
        ),
      )
      .orderBy(desc(t.reviews.undoneAt), asc(t.reviews.seq))
      .limit(1)
      .prepare(),
  );
  const [row] = await query.execute({ userId, practisedIn, after: last?.seq ?? 0 });
  if (!row) return null;
  return practisedIn === null && (await wasGradedSince(db, row)) ? null : row;
}

/** Whether a review was graded since this one was taken back: one of a card made new again counts too. */
async function wasGradedSince(db: Db, { userId, seq, undoneAt }: Review): Promise<boolean> {
  const { q, t } = db;
  const query = prepared(db, "wasGradedSince", () =>
    q
      .select({ id: t.reviews.id })
      .from(t.reviews)
      .where(
        and(
          eq(t.reviews.userId, sql.placeholder("userId")),
          eq(t.reviews.kind, "review"),
          isNull(t.reviews.undoneAt),
          gt(t.reviews.seq, sql.placeholder("seq")),
          gte(t.reviews.at, sql.placeholder("undoneAt")),
        ),
      )
      .limit(1)
      .prepare(),
  );
  return (await query.execute({ userId, seq, undoneAt })).length > 0;
}

/** Puts a review back that was taken back. */
export async function markRedone({ q, t }: Db, id: ReviewId): Promise<void> {
  await q.update(t.reviews).set({ undoneAt: null }).where(eq(t.reviews.id, id));
}
