"use client";
import { type RefObject, useEffect } from "react";
import { keepAhead } from "@/lib/browser/kept";
import { askAhead, isAway } from "@/lib/browser/study-api";
import type { Session } from "@/lib/core/study/session";
import { loadAhead } from "./parts-later";

/** Nothing that the first card needs may wait for this. */
const aheadAfterMs = 2_000;
/** The cards ahead are kept anew after so many answers. */
const anewAfter = 10;

/**
 * Keeps the cards of the day to go on with when the connection is lost. A set has none: those that are kept are the
 * day's.
 */
export function useAhead(userId: string, session: Session, now: RefObject<Session>, isInSet: boolean): void {
  const isThere = session.head.asOf !== null;
  const round = Math.floor(session.head.doneCount / anewAfter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every round anew
  useEffect(() => {
    if (isInSet || !isThere) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const done = now.current.head.doneCount;
      const reply = await askAhead(userId);
      // Parts of the page that a card ahead may need cannot be fetched later without a connection.
      await loadAhead();
      // Answered meanwhile: the card is still among those told.
      if (now.current.head.doneCount !== done) timer = setTimeout(look, aheadAfterMs);
      else if (reply.ok) await keepAhead(userId, reply.body.cards);
      else if (!isAway(reply.status)) await keepAhead(userId, []);
    };
    timer = setTimeout(look, aheadAfterMs);
    return () => clearTimeout(timer);
  }, [userId, isInSet, isThere, round]);
}
