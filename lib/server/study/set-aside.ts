import type { CardId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { addDays, studyDayOf } from "@/lib/core/study-day";
import type { CardState } from "@/lib/db/card-state";
import { setFlag } from "@/lib/db/memories";
import { changeStates } from "../cards/change-states";
import { findOwnCards } from "../cards/find-own-cards";
import { theStore } from "../store";
import { freshState } from "./build-card";
import { calendarOf } from "./load-queue";
import { openHead } from "./open-head";

/** What may be done with a card instead of answering it, each with its opposite. None touches what is remembered. */
export const cardActs = ["bury", "unbury", "suspend", "unsuspend", "flag", "unflag"] as const;
export type CardAct = (typeof cardActs)[number];

/** Sets a card aside until tomorrow, suspends it or flags it, and says what the review page shows next. */
export async function setAside(
  person: Person,
  { cardId, act, set }: { cardId: CardId; act: CardAct; set?: SetId },
  now: number,
): Promise<Result<{ head: QueueHead }, { kind: "not-found" | "too-many" }>> {
  const changed =
    act === "flag" || act === "unflag"
      ? await flagCard(person, cardId, act === "flag" ? now : null)
      : await changeStates(
          person,
          [cardId],
          (state) => ({ state: { ...(state ?? freshState()), ...changeOf(act, person, now) } }),
          now,
        );
  if (!changed.ok) return changed;
  // A card that comes back, or stays, is the one to go on with.
  return ok({ head: await openHead(person, now, { set, first: cardId }) });
}

function changeOf(act: Exclude<CardAct, "flag" | "unflag">, person: Person, now: number): Partial<CardState> {
  switch (act) {
    case "bury":
      return { buriedUntil: addDays(studyDayOf(now, calendarOf(person)), 1) };
    case "unbury":
      return { buriedUntil: null };
    case "suspend":
      return { suspendedAt: now };
    case "unsuspend":
      return { suspendedAt: null };
  }
}

async function flagCard(person: Person, cardId: CardId, flaggedAt: number | null) {
  const own = await findOwnCards(person, [cardId]);
  if (!own.ok) return own;
  await theStore().tx((db) => setFlag(db, { userId: person.id, cardId }, flaggedAt, freshState()));
  return ok(null);
}
