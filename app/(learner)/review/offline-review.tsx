"use client";
import { useEffect, useState } from "react";
import { keptLocale } from "@/app/_i18n/locale-cookie";
import { useSwitchLocale, useWords } from "@/app/_i18n/words-provider";
import { leave } from "@/lib/browser/forget-learner";
import { keptAhead, keptWho, type Who, waitingAnswers } from "@/lib/browser/kept";
import { hearTabs } from "@/lib/browser/tabs";
import { headWithout } from "@/lib/core/study/head-without";
import type { QueueHead } from "@/lib/core/study/review-card";
import { briefSession } from "./brief-session";
import { ReviewSession } from "./review-session";
// Part of this page from the start: what would be fetched when it is needed could not be.
import "./_exercise/exercise-card";
import "./edit-dialog";
import "./report-dialog";
import "./session-timer";

/** The addresses at which a review is what somebody expects. */
const reviews = ["/review", "/review/offline"];

/** Goes on with the cards that this browser kept; where there are none it says so, and in place of another page it asks. */
export function OfflineReview() {
  const t = useWords("review");
  const switchTo = useSwitchLocale();
  const [found, setFound] = useState<{ who: Who; head: QueueHead } | "nothing" | null>(null);
  const [isWished, setWished] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once
  useEffect(() => {
    const look = async () => {
      // This page may have been kept before the language was chosen.
      const locale = keptLocale();
      if (locale) switchTo(locale);
      setWished(reviews.includes(location.pathname));
      const who = await keptWho();
      if (!who) return setFound("nothing");
      const [cards, answers] = await Promise.all([keptAhead(who.userId), waitingAnswers(who.userId)]);
      setFound({ who, head: headWithout(cards, answers) });
    };
    void look();
  }, []);
  useEffect(() => hearTabs("signed-out", () => void leave()), []);
  useEffect(() => {
    if (found === null || isWished) return;
    const goOn = () => location.reload();
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [found, isWished]);

  if (found === null) return <main id="main" aria-busy="true" />;
  const { who, head } = found === "nothing" ? { who: null, head: null } : found;
  if (!who || !isWished)
    return (
      <main className="graph" id="main">
        <div className="desk">
          <section className="day-end c">
            <h1>{t("awayTitle")}</h1>
            <p className="soft">{t(head?.cards.length ? "awayPage" : "awayAbout")}</p>
            {head?.cards.length ? (
              <button type="button" className="btn btn-primary btn-lg" onClick={() => setWished(true)}>
                {t("awayReview")}
              </button>
            ) : null}
            <button type="button" className="btn" onClick={() => location.reload()}>
              {t("retry")}
            </button>
          </section>
        </div>
      </main>
    );
  const now = Date.now();
  const brief = briefSession(Object.fromEntries(new URLSearchParams(location.search)), now);
  return (
    <ReviewSession
      userId={who.userId}
      zone={who.zone}
      first={head}
      showsTimer={who.showsTimer}
      brief={
        brief && { minutes: brief.minutes, leftMs: brief.until ? brief.until - now : brief.minutes * 60_000 }
      }
    />
  );
}
