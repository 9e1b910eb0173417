import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { conceptAddress } from "@/app/_ui/concept-address";
import type { Leech } from "@/lib/core/study/progress/progress";
import { type CardProps, ChartCard } from "./chart-card";

const cardOnCourse = ({ courseId, cardId }: Leech, form: "card" | "split"): string =>
  `/courses/${courseId}#${form}-${encodeURIComponent(cardId)}`;

/** Cards forgotten again and again, each with its ways out. */
export async function LeechesCard({ progress, locale }: CardProps) {
  const t = await getWords("progress");
  const { leeches } = progress;
  const hasLeeches = leeches.length > 0;
  return (
    <ChartCard chart="leeches" progress={progress} locale={locale} hasNumbers={hasLeeches} isList>
      <p className="soft small">{t(hasLeeches ? "leechesAbout" : "leechesNone")}</p>
      {hasLeeches ? (
        <ul className="leeches">
          {leeches.map((leech) => (
            <li key={leech.cardId}>
              <p lang={leech.language}>{leech.front}</p>
              <p className="small soft">
                {t("lapses", { count: leech.lapses })}
                {leech.isSuspended ? <span className="tag tag-mark">{t("suspended")}</span> : null}
              </p>
              <p className="ways small">
                <Link href={`/cards/${encodeURIComponent(leech.cardId)}`} prefetch={false}>
                  {t(leech.isSuspended ? "toSuspended" : "toCard")}
                </Link>
                {leech.mayEdit ? (
                  <Link href={cardOnCourse(leech, "card")} prefetch={false}>
                    {t("toEdit")}
                  </Link>
                ) : (
                  <Link href={`/cards/${encodeURIComponent(leech.cardId)}#report`} prefetch={false}>
                    {t("toReport")}
                  </Link>
                )}
                {leech.maySplit ? (
                  <Link href={cardOnCourse(leech, "split")} prefetch={false}>
                    {t("toSplit")}
                  </Link>
                ) : null}
                <Link href={conceptAddress(leech.conceptId, leech.courseId)} prefetch={false}>
                  {t("toNotes")}
                </Link>
                {leech.family === null ? null : (
                  <Link href={`/practice/${leech.family}`} prefetch={false}>
                    {t("toPractice")}
                  </Link>
                )}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </ChartCard>
  );
}
