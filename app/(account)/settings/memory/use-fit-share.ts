"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson } from "@/lib/browser/post-json";
import type { FitProgress } from "@/lib/server/fit/fit-job";

const everyMs = 400;

/** How far the running fit is, 0 to 1, asked from the server until it ends; the page is then read anew. */
export function useFitShare({ running }: FitProgress): number {
  const router = useRouter();
  const [share, setShare] = useState(running?.share ?? 0);
  const isRunning = running !== null;
  useEffect(() => {
    if (!isRunning) return;
    setShare(0);
    const timer = setInterval(async () => {
      const { isOk, body } = await postJson("/api/fit/progress", {});
      // A lost connection is asked again.
      if (!isOk) return;
      const { running: now } = body as FitProgress;
      if (now) setShare(now.share);
      else router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  return share;
}
