"use client";
import { useEffect } from "react";
import { forgetDrafts } from "@/lib/browser/draft";
import { leave } from "@/lib/browser/forget-learner";
import { keepWho, keptWho, type Who } from "@/lib/browser/kept";
import { keepProgram } from "@/lib/browser/offline-program";
import { hearTabs } from "@/lib/browser/tabs";

/** Nothing that the page needs at first may wait for this. */
const programAfterMs = 2_000;

/** What every page of a learner tells this browser: whose it is, what to keep for offline times, and when to let go. */
export function ThisBrowser({ userId, zone, showsTimer }: Who) {
  useEffect(() => {
    const settle = async () => {
      // What somebody else typed in this tab before their session ran out is nobody's business now.
      if (((await keptWho())?.userId ?? userId) !== userId) forgetDrafts();
      await keepWho({ userId, zone, showsTimer });
    };
    void settle();
    return hearTabs("signed-out", () => void leave());
  }, [userId, zone, showsTimer]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keepProgram, programAfterMs);
    };
    keepSoon();
    const looks = new MutationObserver(keepSoon);
    looks.observe(document.documentElement, { attributeFilter: ["lang", "data-theme", "data-keys"] });
    return () => {
      clearTimeout(timer);
      looks.disconnect();
    };
  }, []);
  return null;
}
