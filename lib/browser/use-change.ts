import { useEffect, useRef } from "react";

/** A page asks no oftener, whatever it was told, and no later than the longest day. */
const soonestMs = 1_000;
const latestMs = 26 * 3_600_000;
const retryMs = 15_000;

/**
 * Looks anew when what a page tells changes by itself, and when somebody returns to the page; again until `look` says
 * that it could. `asOf` and `changesAt` are by the server's clock, as this device's may be wrong; null is never.
 */
export function useChange(asOf: number | null, changesAt: number | null, look: () => Promise<boolean>): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const lookAnew = async () => {
      clearTimeout(timer);
      if (!(await latest.current()) && !isGone) timer = setTimeout(lookAnew, retryMs);
    };
    const lookAgain = () => {
      if (!document.hidden) void lookAnew();
    };
    if (asOf !== null && changesAt !== null)
      timer = setTimeout(lookAnew, Math.min(Math.max(changesAt - asOf, soonestMs), latestMs));
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookAgain);
    };
  }, [asOf, changesAt]);
}
