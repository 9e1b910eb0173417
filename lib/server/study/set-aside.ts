import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { addDays, studyDayOf } from "@/lib/core/study-day";
import type { CardState } from "@/lib/db/card-state";
import { changeStates } from "../cards/change-states";
import { freshState } from "./build-card";
import { calendarOf } from "./load-queue";
import { openQueue } from "./open-queue";

/** What may be done with a card instead of answering it, each with its opposite. None touches what is remembered. */
export const cardActs = ["bury", "unbury", "suspend", "unsuspend", "flag", "unflag"] as const;
export type CardAct = (typeof cardActs)[number];

/** Sets a card aside until tomorrow, suspends it or flags it, and says what the review page shows next. */
export async function setAside(
  person: Person,
  { cardId, act }: { cardId: CardId; act: CardAct },
  now: number,
): Promise<Result<{ head: QueueHead }, { kind: "not-found" | "too-many" }>> {
  const tomorrow = addDays(studyDayOf(now, calendarOf(person)), 1);
  const change: Record<CardAct, Partial<CardState>> = {
    bury: { buriedUntil: tomorrow },
    unbury: { buriedUntil: null },
    suspend: { suspendedAt: now },
    unsuspend: { suspendedAt: null },
    flag: { flaggedAt: now },
    unflag: { flaggedAt: null },
  };
  const changed = await changeStates(person, [cardId], (state) => ({
    ...(state ?? freshState()),
    ...change[act],
  }));
  if (!changed.ok) return changed;
  // A card that comes back, or stays, is the one to go on with.
  return ok({ head: await openQueue(person, now, cardId) });
}
