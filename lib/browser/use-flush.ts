import { useCallback, useEffect, useRef } from "react";

const retryMs = 15_000;

/**
 * Sends what waits: at once, when the connection is back, and every so often; never twice at a time.
 * @returns the same by hand; while it is being sent, what that comes to.
 */
export function useFlush<Value>(send: () => Promise<Value>): () => Promise<Value> {
  const latest = useRef(send);
  latest.current = send;
  const running = useRef<Promise<Value> | null>(null);
  const flush = useCallback(() => {
    running.current ??= latest.current().finally(() => {
      running.current = null;
    });
    return running.current;
  }, []);
  useEffect(() => {
    void flush();
    const timer = setInterval(flush, retryMs);
    window.addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
    };
  }, [flush]);
  return flush;
}
