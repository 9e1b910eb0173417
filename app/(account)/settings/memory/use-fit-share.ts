"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson } from "@/lib/browser/post-json";
import type { FitProgress } from "@/lib/server/fit/fit-job";

const everyMs = 400;

/**
 * How far a running fit is, 0 to 1, asked from the server until it ends; the page is then read anew, once: reads that
 * follow faster than a busy server answers would hold one another up.
 */
export function useFitShare(running: FitProgress["running"]): number {
  const router = useRouter();
  const [share, setShare] = useState(0);
  useEffect(() => {
    if (!running) return;
    setShare(running.share);
    let isLeft = false;
    const ask = async () => {
      const { isOk, body } = await postJson("/api/fit/progress", {});
      if (isLeft) return;
      const now = isOk ? (body as FitProgress).running : running;
      if (!now) return router.refresh();
      // A lost connection is asked again.
      if (isOk) setShare(now.share);
      timer = setTimeout(ask, everyMs);
    };
    let timer = setTimeout(ask, everyMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [running, router]);
  return share;
}
