import { useCallback, useEffect, useRef } from "react";

const retryMs = 15_000;

/** Sends what waits: at once, when the connection is back, and every so often; never twice at a time. @returns the same by hand. */
export function useFlush(send: () => Promise<void>): () => Promise<void> {
  const latest = useRef(send);
  latest.current = send;
  const isRunning = useRef(false);
  const flush = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    await latest.current().finally(() => {
      isRunning.current = false;
    });
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
