import { and, eq, gt, gte, notExists, or, sql } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
import type { Mark } from "@/lib/core/study/mark";
import type { Db } from "./store";

interface Row {
  userId: UserId;
  cardId: CardId;
}

/** Writes what was decided; of two decisions of a kind at one place the later one holds. */
export async function putMark(
  { q, t }: Db,
  row: Row,
  { kind, seq, due }: Pick<Mark, "kind" | "seq" | "due">,
  at: number,
): Promise<void> {
  const { marks } = t;
  await q
    .insert(marks)
    .values({ ...row, kind, seq, at, dueAt: due?.at ?? null, dueDay: due?.day ?? null })
    .onConflictDoUpdate({
      target: [marks.userId, marks.cardId, marks.seq, marks.kind],
      set: { at, dueAt: sql`excluded.due_at`, dueDay: sql`excluded.due_day` },
    });
}

/** Every decision of a learner, by card. */
export async function marksOf({ q, t }: Db, userId: UserId): Promise<Map<CardId, Mark[]>> {
  const rows = await q.select().from(t.marks).where(eq(t.marks.userId, userId));
  const marks = new Map<CardId, Mark[]>();
  for (const row of rows) marks.set(row.cardId, [...(marks.get(row.cardId) ?? []), ...markIn(row)]);
  return marks;
}

/** What was decided about one card. */
export async function marksOfCard({ q, t }: Db, { userId, cardId }: Row): Promise<Mark[]> {
  const { marks } = t;
  const rows = await q
    .select()
    .from(marks)
    .where(and(eq(marks.userId, userId), eq(marks.cardId, cardId)));
  return rows.flatMap(markIn);
}

function markIn({ kind, seq, at, dueAt, dueDay }: Db["t"]["marks"]["$inferSelect"]): Mark[] {
  if (kind === "reset") return [{ kind, seq, at, due: null }];
  return dueAt === null || dueDay === null ? [] : [{ kind, seq, due: { at: dueAt, day: dueDay } }];
}

/** Of reviews: the card was not made new again since, as `resetsAfter` says it. */
export function isOfPresentMemory({ q, t }: Db) {
  const { marks, reviews } = t;
  return notExists(
    q
      .select({ seq: marks.seq })
      .from(marks)
      .where(
        and(
          eq(marks.userId, reviews.userId),
          eq(marks.cardId, reviews.cardId),
          eq(marks.kind, "reset"),
          or(gte(marks.seq, reviews.seq), gt(marks.at, reviews.at)),
        ),
      ),
  );
}

/** Forgets the days set for a card at this place of the log and later: its reviews there were taken back or decided again. */
export async function dropDaysSet({ q, t }: Db, row: Row, from: number): Promise<void> {
  const { marks } = t;
  await q
    .delete(marks)
    .where(
      and(
        eq(marks.userId, row.userId),
        eq(marks.cardId, row.cardId),
        eq(marks.kind, "due"),
        gte(marks.seq, from),
      ),
    );
}
