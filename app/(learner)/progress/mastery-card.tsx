import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { Meter } from "@/app/_ui/meter";
import { isWeak, percentOf } from "@/lib/core/study/mastery";
import type { ConceptProgress } from "@/lib/core/study/progress/progress";
import { type CardProps, ChartCard } from "./chart-card";
import { conceptAddress } from "./concept-address";

const shownFirst = 10;

/** Concepts by mastery, the weakest first; those never met are only counted. */
export async function MasteryCard({ progress, locale }: CardProps) {
  const t = await getWords("progress");
  const { concepts } = progress;
  const seen = concepts.filter((concept) => concept.seen > 0);
  const unseen = concepts.length - seen.length;
  const isOneCourse = new Set(concepts.map(({ courseId }) => courseId)).size < 2;
  const rest = seen.slice(shownFirst);
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
      <Concepts concepts={seen.slice(0, shownFirst)} isOneCourse={isOneCourse} />
      {rest.length === 0 ? null : (
        <details className="twin">
          <summary>{t("masteryMore", { count: rest.length })}</summary>
          <Concepts concepts={rest} isOneCourse={isOneCourse} />
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

interface ConceptsProps {
  concepts: readonly ConceptProgress[];
  isOneCourse: boolean;
}

function Concepts({ concepts, isOneCourse }: ConceptsProps) {
  return (
    <ol className="concept-rows">
      {concepts.map(({ courseId, id, name, mastery }) => (
        <li key={`${courseId} ${id}`}>
          <Link href={conceptAddress(id, isOneCourse ? null : courseId)} prefetch={false}>
            {name}
          </Link>
          <Meter share={mastery} />
          <span className="num">{percentOf(mastery)}%</span>
        </li>
      ))}
    </ol>
  );
}
