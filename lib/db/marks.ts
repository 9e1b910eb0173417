import { and, eq, gte, sql } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
import type { Mark } from "@/lib/core/study/mark";
import type { Db } from "./store";

interface Row {
  userId: UserId;
  cardId: CardId;
}

/** Writes what was decided; of two decisions of a kind at one place the later one holds. */
export async function putMark({ q, t }: Db, row: Row, { kind, seq, due }: Mark, at: number): Promise<void> {
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
  for (const { cardId, kind, seq, dueAt, dueDay } of rows) {
    const list = marks.get(cardId) ?? [];
    if (kind === "reset") list.push({ kind, seq, due: null });
    else if (dueAt !== null && dueDay !== null) list.push({ kind, seq, due: { at: dueAt, day: dueDay } });
    marks.set(cardId, list);
  }
  return marks;
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
