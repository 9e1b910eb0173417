import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Frame } from "@/app/_shell/frame";
import { LinkButton } from "@/app/_ui/link-button";
import { currentUser } from "@/lib/server/people/current-user";
import { openProgress } from "@/lib/server/study/open-progress";
import { HeatMapCard } from "./heat-map-card";
import { LeechesCard } from "./leeches-card";
import { MasteryCard } from "./mastery-card";
import { RetentionCard } from "./retention-card";
import { SpreadCard } from "./spread-card";
import { TimeCard } from "./time-card";
import "./progress.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("progress"))("title") };
}

export default async function ProgressPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const [locale, t] = await Promise.all([getLocale(), getWords("progress")]);
  const progress = await openProgress(user, locale, Date.now());
  const reviews = progress.days.reduce((sum, day) => sum + day.reviews, 0);
  const shared = { progress, locale };
  return (
    <Frame name={user.name} place="progress">
      {reviews === 0 ? (
        <section className="progress-none graph" aria-labelledby="none">
          <h1 id="none">{t("title")}</h1>
          <p className="soft">{t("none")}</p>
          <LinkButton look="primary" size="large" href="/review">
            {t("start")}
          </LinkButton>
        </section>
      ) : (
        <>
          <div className="progress-lead">
            <h1>{t("title")}</h1>
            <p className="soft small">{t("about", { count: reviews })}</p>
          </div>
          <div className="progress">
            <HeatMapCard {...shared} />
            <TimeCard {...shared} />
            <RetentionCard {...shared} />
            <div className="progress-pair">
              <SpreadCard {...shared} chart="stability" />
              <SpreadCard {...shared} chart="difficulty" />
            </div>
            <MasteryCard {...shared} />
            <LeechesCard {...shared} />
          </div>
        </>
      )}
    </Frame>
  );
}
