import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Frame } from "@/app/_shell/frame";
import { RefreshOnChange } from "@/app/_shell/refresh-on-change";
import { forecastTable } from "@/lib/core/study/progress/chart-table";
import { addDays, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { currentUser } from "@/lib/server/people/current-user";
import { openPractice } from "@/lib/server/study/open-practice";
import { openRecord } from "@/lib/server/study/open-record";
import { openToday } from "@/lib/server/study/open-today";
import { Backlog } from "./backlog";
import { ChosenCards } from "./chosen-cards";
import { DayDone } from "./day-done";
import { DayEnd } from "./day-end";
import { DueCards } from "./due-cards";
import { Forecast } from "./forecast";
import { StudiedDays, WeakestConcepts } from "./record";
import "./today.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("today"))("title") };
}

export default async function TodayPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const now = Date.now();
  const [today, locale, shell] = await Promise.all([openToday(user, now), getLocale(), getWords("shell")]);
  // What lies behind the day takes longer to sum up: the page does not wait for it.
  const record = openRecord(user, locale, now);
  const practice = openPractice(user, now);
  const first = studyDayOf(now, user);
  const days = today.forecast.map((cards, ahead) => ({
    at: startOfStudyDay(addDays(first, ahead), user),
    cards,
  }));
  const when = { locale, zone: user.zone };
  const keys = [{ keys: ["Space", "Enter"], does: shell("keyStart") }];
  return (
    <Frame name={user.name} place="today" keys={keys}>
      <RefreshOnChange asOf={now} changesAt={today.changesAt} />
      <div className="today">
        <div className="today-main">
          {today.dueTotal > 0 ? (
            <DueCards today={today} when={when} dayAt={days[0]?.at ?? now} />
          ) : (
            <DayEnd today={today} when={when} now={now} days={days} />
          )}
          {today.backlog.left > 0 ? <Backlog backlog={today.backlog} /> : null}
        </div>
        <div className="today-side">
          <DayDone today={today} />
          <Suspense>
            <WeakestConcepts record={record} />
            <ChosenCards practice={practice} />
          </Suspense>
        </div>
        <div className="today-rest">
          <Forecast
            days={days}
            table={forecastTable(first, today.forecast)}
            when={when}
            limit={user.reviewsPerDay}
          />
          <Suspense>
            <StudiedDays record={record} />
          </Suspense>
        </div>
      </div>
    </Frame>
  );
}
