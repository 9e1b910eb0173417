"use client";
import { useEffect, useRef } from "react";

/** How long a card was looked at, in milliseconds; time in the background does not count as looking. */
export function useStopwatch(of: string | null) {
  const watch = useRef({ since: 0, spent: 0 });
  useEffect(() => {
    watch.current = { since: of === null ? 0 : performance.now(), spent: 0 };
    const pause = () => {
      const now = performance.now();
      if (document.hidden) watch.current.spent += now - watch.current.since;
      else watch.current.since = now;
    };
    document.addEventListener("visibilitychange", pause);
    return () => document.removeEventListener("visibilitychange", pause);
  }, [of]);
  return () => Math.round(watch.current.spent + performance.now() - watch.current.since);
}
