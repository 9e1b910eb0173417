"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { isWriting } from "@/lib/browser/hotkeys";
import { keptAnswers } from "@/lib/browser/kept";
import { askHead, sendKept } from "@/lib/browser/study-api";
import { useChange } from "@/lib/browser/use-change";
import type { SetId } from "@/lib/core/ids";
import type { LiveSession } from "./use-session";

const retryMs = 15_000;

/**
 * Keeps an open page and the server of one mind: sends what this browser kept as soon as the server is back, and asks
 * anew when a card comes back, when the day turns, and when somebody returns to the page.
 */
export function useSync(userId: string, { session, now, change }: LiveSession, set: SetId | undefined) {
  const [saved, setSaved] = useState(0);
  const isRunning = useRef(false);

  const ask = useCallback(
    async (taken: readonly string[]): Promise<boolean> => {
      const reply = await askHead(set);
      if (reply.ok) change({ kind: "synced", head: reply.body.head, taken, isHeld: isWriting() });
      return reply.ok;
    },
    [set, change],
  );

  const flush = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    const sent = await sendKept(userId, { set, except: now.current.submission?.id ?? null });
    const left = new Set((await keptAnswers(userId)).map(({ id }) => id));
    left.delete(now.current.submission?.id ?? "");
    // Gone from what is kept: sent just now, or by another tab.
    const taken = now.current.waiting.flatMap(({ submission: { id } }) => (left.has(id) ? [] : [id]));
    if (sent.head) change({ kind: "synced", head: sent.head, taken, isHeld: isWriting() });
    else if (taken.length > 0 || (now.current.head.asOf === null && left.size === 0)) await ask(taken);
    if (sent.saved > 0) setSaved(sent.saved);
    isRunning.current = false;
  }, [userId, set, now, change, ask]);

  useEffect(() => {
    void flush();
    const timer = setInterval(flush, retryMs);
    window.addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
    };
  }, [flush]);

  useChange(session.head.asOf, session.head.changesAt, () => ask([]));
  return { saved, flush, dismiss: () => setSaved(0) };
}
