import type { Metadata } from "next";
import Link from "next/link";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { ChartNumbers } from "@/app/_ui/chart-numbers";
import { leastItems } from "@/lib/core/schedule/fit-verdict";
import { workloadTable } from "@/lib/core/study/progress/chart-table";
import { leastRetention, mostRetention } from "@/lib/server/fit/change-retention";
import { openMemory } from "@/lib/server/fit/open-memory";
import { foretoldDays } from "@/lib/server/study/foretell-workload";
import { requireUser } from "../require-user";
import { lossText } from "./figures";
import { FitForm } from "./fit-form";
import { FitHistory } from "./fit-history";
import { RecallForm } from "./recall-form";
import "../settings.css";
import "./memory.css";

const bounds = { least: leastRetention * 100, most: mostRetention * 100 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("memory"))("title") };
}

export default async function MemoryPage() {
  const user = await requireUser("/settings/memory");
  const [locale, t, study] = await Promise.all([getLocale(), getWords("memory"), getWords("study")]);
  const { courses, usualRetention, kinds, fits, progress } = await openMemory(user, Date.now());
  const resultOf = (kind: string) => {
    const last = fits.find((fit) => fit.kind === kind);
    if (!last) return null;
    const losses = { before: lossText(last.lossBefore), after: lossText(last.lossAfter) };
    return t(`result-${last.outcome}`, losses);
  };
  return (
    <Frame name={user.name} place="settings">
      <Words namespaces={["memory"]}>
        <div className="settings">
          <p className="small">
            <Link href="/settings">{study("back")}</Link>
          </p>
          <h1>{t("title")}</h1>
          <div className="memory-lead">
            <h2>{t("recall")}</h2>
            <p className="soft">{courses.length === 0 ? t("noCourses") : t("recallAbout")}</p>
          </div>
          {courses.map((course) => (
            <RecallForm
              key={course.id}
              course={course}
              usual={usualRetention}
              bounds={bounds}
              days={foretoldDays}
              numbers={
                <ChartNumbers
                  chart="workload"
                  course={course.id}
                  title={course.title}
                  table={workloadTable(course.workload)}
                  locale={locale}
                />
              }
            />
          ))}
          {courses.length === 0 ? null : <p className="cap">{t("costNote")}</p>}
          <div className="memory-lead">
            <h2>{t("own")}</h2>
            <p className="soft">{t("ownAbout")}</p>
          </div>
          {kinds.map((weights) => (
            <FitForm
              key={weights.kind}
              weights={weights}
              progress={progress}
              result={resultOf(weights.kind)}
              least={leastItems}
            />
          ))}
          <FitHistory fits={fits} locale={locale} zone={user.zone} />
        </div>
      </Words>
    </Frame>
  );
}
