import { useEffect, useState } from "react";

/**
 * Whether the time is up, `leftMs` after the page was opened: told only when another card comes to the desk, never in the
 * middle of one. Null is no limit; `goOn` lifts it.
 */
export function useTimeUp(leftMs: number | null, turn: number): { isUp: boolean; goOn: () => void } {
  const [endsAt, setEnd] = useState(() => (leftMs === null ? null : performance.now() + leftMs));
  const [isUp, setUp] = useState(leftMs !== null && leftMs <= 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each card that comes
  useEffect(() => {
    if (endsAt !== null && performance.now() >= endsAt) setUp(true);
  }, [turn]);
  const goOn = () => {
    setEnd(null);
    setUp(false);
  };
  return { isUp, goOn };
}
