"use client";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { keptAhead, keptAnswers, keptWho, type Who } from "@/lib/browser/kept";
import { headWithout } from "@/lib/core/study/head-without";
import type { QueueHead } from "@/lib/core/study/review-card";
import { ReviewSession } from "./review-session";

/** Goes on with the cards that this browser kept; where there are none it says so. */
export function OfflineReview() {
  const t = useWords("review");
  const [found, setFound] = useState<{ who: Who; head: QueueHead } | "nothing" | null>(null);
  useEffect(() => {
    const look = async () => {
      const who = await keptWho();
      if (!who) return setFound("nothing");
      const [cards, answers] = await Promise.all([keptAhead(who.userId), keptAnswers(who.userId)]);
      setFound({ who, head: headWithout(cards, answers) });
    };
    void look();
  }, []);
  if (found === null) return <main id="main" aria-busy="true" />;
  if (found === "nothing")
    return (
      <main className="graph" id="main">
        <div className="desk">
          <section className="day-end c">
            <h1>{t("awayTitle")}</h1>
            <p className="soft">{t("awayAbout")}</p>
            <a className="btn btn-primary btn-lg" href="/today">
              {t("retry")}
            </a>
          </section>
        </div>
      </main>
    );
  return <ReviewSession userId={found.who.userId} zone={found.who.zone} first={found.head} />;
}
