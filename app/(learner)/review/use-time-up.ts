import { useEffect, useRef, useState } from "react";

/**
 * Whether so many minutes are up: told only when another card comes to the desk, never in the middle of one. `goOn` lifts
 * the limit.
 */
export function useTimeUp(minutes: number | null, turn: number): { isUp: boolean; goOn: () => void } {
  const [isLimited, setLimited] = useState(minutes !== null);
  const [isUp, setUp] = useState(false);
  const start = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each card that comes
  useEffect(() => {
    start.current ??= performance.now();
    if (isLimited && minutes !== null && performance.now() - start.current >= minutes * 60_000) setUp(true);
  }, [turn]);
  const goOn = () => {
    setLimited(false);
    setUp(false);
  };
  return { isUp, goOn };
}
