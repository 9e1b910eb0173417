import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { conceptAddress } from "@/app/_ui/concept-address";
import { ConceptRows } from "@/app/_ui/concept-rows";
import { isWeak } from "@/lib/core/study/mastery";
import { type CardProps, ChartCard } from "./chart-card";

const shownFirst = 10;

/** Concepts by mastery, the weakest first; those never met are only counted. */
export async function MasteryCard({ progress, locale }: CardProps) {
  const t = await getWords("progress");
  const { concepts } = progress;
  const seen = concepts.filter((concept) => concept.seen > 0);
  const unseen = concepts.length - seen.length;
  const isOneCourse = new Set(concepts.map(({ courseId }) => courseId)).size < 2;
  const rows = seen.map(({ courseId, id, name, mastery }) => ({
    name,
    mastery,
    href: conceptAddress(id, isOneCourse ? null : courseId),
  }));
  const rest = rows.slice(shownFirst);
  return (
    <ChartCard
      chart="mastery"
      progress={progress}
      locale={locale}
      unit={t("masteryUnit")}
      hasNumbers={seen.length > 0}
      isList
    >
      <p className="told">
        {seen.length === 0
          ? t("masteryNone")
          : t("masteryFinding", { seen: seen.length, weak: seen.filter(isWeak).length })}
      </p>
      <ConceptRows concepts={rows.slice(0, shownFirst)} />
      {rest.length === 0 ? null : (
        <details className="twin">
          <summary>{t("masteryMore", { count: rest.length })}</summary>
          <ConceptRows concepts={rest} />
        </details>
      )}
      {unseen === 0 ? null : (
        <p className="unseen small">
          <Link href="/concepts?view=list&sort=mastery" prefetch={false}>
            {t("masteryUnseen", { count: unseen })}
          </Link>
        </p>
      )}
    </ChartCard>
  );
}
