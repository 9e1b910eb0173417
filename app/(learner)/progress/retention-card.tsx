import { getWords } from "@/app/_i18n/get-words";
import { percentOf } from "@/lib/core/study/mastery";
import { cardKinds } from "@/lib/core/study/progress/progress";
import { drawnBins, judgePromise, leastDrawn } from "@/lib/core/study/progress/reliability";
import { type CardProps, ChartCard } from "./chart-card";
import { ReliabilityPlot } from "./reliability-plot";

const percent = (share: number): string => `${percentOf(share)}%`;

/** Whether the promised recall chances held, for note cards and for computed questions apart. */
export async function RetentionCard({ progress, locale }: CardProps) {
  const t = await getWords("progress");
  const known = cardKinds.flatMap((kind) => {
    const reliability = progress.retention[kind];
    if (!reliability) return [];
    const { promised, seen, range, reviews, brier } = reliability;
    const finding = `${t("promised", { promised: percent(promised), seen: percent(seen) })} ${t(`judged-${judgePromise(reliability)}`)}`;
    const from = t("promisedFrom", { low: percent(range.low), high: percent(range.high), count: reviews });
    return [{ kind, reliability, finding, from, brier: t("brier", { score: brier.toFixed(3) }) }];
  });
  if (known.length === 0)
    return (
      <ChartCard chart="retention" progress={progress} locale={locale} hasNumbers={false}>
        <p className="soft">{t("retentionNone")}</p>
      </ChartCard>
    );
  return (
    <ChartCard chart="retention" progress={progress} locale={locale} hasNumbers>
      <ReliabilityPlot
        series={known.map(({ kind, reliability }) => ({ kind, bins: drawnBins(reliability.bins) }))}
        finding={known.map(({ kind, finding }) => `${t(`promise-${kind}`)}: ${finding}`).join(" ")}
      />
      <dl className="promises">
        {known.map(({ kind, finding, from, brier }) => (
          <div key={kind}>
            <dt>
              <svg width="14" height="14" aria-hidden="true">
                <circle className={`promise-dot ${kind}`} cx="7" cy="7" r="5" />
              </svg>
              {t(`promise-${kind}`)}
            </dt>
            <dd>
              {finding}
              <span className="cap">
                {from} · {brier}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="cap">{t("retentionNote", { least: leastDrawn })}</p>
    </ChartCard>
  );
}
