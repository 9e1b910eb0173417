"use client";
import { useState } from "react";
import { isWriting } from "@/lib/browser/hotkeys";
import { keptAnswers } from "@/lib/browser/kept";
import { askHead, sendKept } from "@/lib/browser/study-api";
import { useChange } from "@/lib/browser/use-change";
import { useFlush } from "@/lib/browser/use-flush";
import type { SetId } from "@/lib/core/ids";
import type { QueueHead } from "@/lib/core/study/review-card";
import type { LiveSession } from "./use-session";

/**
 * Keeps an open page and the server of one mind: sends what this browser kept as soon as the server is back, and asks
 * anew when a card comes back, when the day turns, and when somebody returns to the page.
 */
export function useSync(userId: string, { session, now, change }: LiveSession, set: SetId | undefined) {
  const [saved, setSaved] = useState(0);
  const show = (head: QueueHead, taken: readonly string[]) =>
    change({ kind: "synced", head, taken, isHeld: isWriting() });
  const ask = async (taken: readonly string[]): Promise<boolean> => {
    const reply = await askHead(userId, set);
    if (reply.ok) show(reply.body.head, taken);
    return reply.ok;
  };
  const flush = useFlush(async () => {
    const sent = await sendKept(userId, { set, except: now.current.submission?.id ?? null });
    const left = new Set((await keptAnswers(userId)).map(({ id }) => id));
    left.delete(now.current.submission?.id ?? "");
    // Gone from what is kept: sent just now, or by another tab.
    const taken = now.current.waiting.flatMap(({ submission: { id } }) => (left.has(id) ? [] : [id]));
    if (sent.head) show(sent.head, taken);
    else if (taken.length > 0 || (now.current.head.asOf === null && left.size === 0)) await ask(taken);
    if (sent.saved > 0) setSaved(sent.saved);
    return sent.isAway;
  });
  useChange(session.head.asOf, session.head.changesAt, () => ask([]));
  /** `flush`: whether the server was out of reach. */
  return { saved, flush, dismiss: () => setSaved(0) };
}
