"use client";
import { useEffect, useRef } from "react";
import { keepAhead, keepWho, keptAnswers, type Who } from "@/lib/browser/kept";
import { askAhead, isAway, type MergeReply, sendKept } from "@/lib/browser/study-api";
import type { SetId } from "@/lib/core/ids";
import { loadAhead } from "./parts-later";

const retryMs = 15_000;
/** Nothing that the first card needs may wait for this. */
const aheadAfterMs = 2_000;
const mostSent = 100;

/**
 * Sends what this browser kept as soon as the server is back, and keeps the cards to go on with while it is there.
 * `isWaiting`: whether answers are kept that this page gave. `onDesk`: the answer that is being sent or tried again there.
 * `set`: the set that the page is in.
 */
export function useSync(
  { userId, zone }: Who,
  { isWaiting, onDesk, set }: { isWaiting: boolean; onDesk: string | null; set: SetId | undefined },
  onMerged: (body: MergeReply) => void,
): void {
  const latest = useRef({ onMerged, onDesk });
  latest.current = { onMerged, onDesk };

  useEffect(() => {
    let isRunning = false;
    const flush = async () => {
      if (isRunning) return;
      isRunning = true;
      const answers = (await keptAnswers(userId)).filter(({ id }) => id !== latest.current.onDesk);
      if (answers.length > 0) {
        const reply = await sendKept(userId, answers.slice(0, mostSent), set);
        if (reply.ok) latest.current.onMerged(reply.body);
      }
      isRunning = false;
    };
    void flush();
    const timer = isWaiting ? setInterval(flush, retryMs) : undefined;
    window.addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
    };
  }, [userId, isWaiting, set]);

  useEffect(() => {
    // A set has no cards ahead: the ones that are kept are the day's.
    if (isWaiting || set) return;
    const timer = setTimeout(async () => {
      const reply = await askAhead();
      // Parts of the page that a card ahead may need cannot be fetched later without a connection.
      await loadAhead();
      if (reply.ok) {
        await keepWho({ userId, zone });
        await keepAhead(userId, reply.body.cards);
        // Where there is no secure connection there is no service worker, and pages need the server.
        await navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
      } else if (!isAway(reply.status)) await keepAhead(userId, []);
    }, aheadAfterMs);
    return () => clearTimeout(timer);
  }, [userId, zone, isWaiting, set]);
}
