"use client";
import { useEffect, useRef } from "react";

/** How long the card of this turn was looked at, in milliseconds; time in the background does not count as looking. */
export function useStopwatch(turn: number) {
  const watch = useRef({ since: 0, spent: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each turn
  useEffect(() => {
    watch.current = { since: performance.now(), spent: 0 };
    const pause = () => {
      const now = performance.now();
      if (document.hidden) watch.current.spent += now - watch.current.since;
      else watch.current.since = now;
    };
    document.addEventListener("visibilitychange", pause);
    return () => document.removeEventListener("visibilitychange", pause);
  }, [turn]);
  return () => Math.round(watch.current.spent + performance.now() - watch.current.since);
}
