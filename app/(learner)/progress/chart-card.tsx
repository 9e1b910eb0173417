import type { ReactNode } from "react";
import { getWords } from "@/app/_i18n/get-words";
import { ChartNumbers } from "@/app/_ui/chart-numbers";
import { type Chart, chartTable } from "@/lib/core/study/progress/chart-table";
import type { Progress } from "@/lib/core/study/progress/progress";
import type { Locale } from "@/lib/core/text";

/** What every card of the page is made from. */
export interface CardProps {
  progress: Progress;
  locale: Locale;
}

interface ChartCardProps extends CardProps {
  chart: Chart;
  unit?: string;
  /** False where there is nothing to draw: the card is one sentence then. */
  hasNumbers: boolean;
  /** Whether the chart is a list already, which needs no table beside it. */
  isList?: boolean;
  children: ReactNode;
}

/** A sheet with one chart: its name, the picture and what it says, the same numbers as a table and as a file. */
export async function ChartCard(props: ChartCardProps) {
  const { chart, unit, hasNumbers, isList = false, children, progress, locale } = props;
  const t = await getWords("progress");
  return (
    <section className={`card pad chart-${chart}`} aria-labelledby={chart}>
      <div className="head">
        <h2 id={chart}>{t(chart)}</h2>
        {unit === undefined || !hasNumbers ? null : <p className="small muted">{unit}</p>}
      </div>
      {children}
      {hasNumbers ? (
        <ChartNumbers
          chart={chart}
          title={t(chart)}
          table={chartTable(chart, progress)}
          locale={locale}
          isList={isList}
        />
      ) : null}
    </section>
  );
}
