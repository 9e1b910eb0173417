import { Heat } from "@/app/_ui/heat-map";
import { heatMap, shownWeeks } from "@/lib/core/study/progress/heat-map";
import { type CardProps, ChartCard } from "./chart-card";

/** Half a year of days as cells, a quarter of one on a narrow screen; a day of rest is an empty cell and no more. */
export async function HeatMapCard({ progress, locale }: CardProps) {
  const { days, today } = progress;
  return (
    <ChartCard chart="days" progress={progress} locale={locale} hasNumbers>
      <div className="only-wide">
        <Heat heat={heatMap(days, today, shownWeeks.wide)} today={today} locale={locale} />
      </div>
      <div className="only-narrow">
        <Heat heat={heatMap(days, today, shownWeeks.narrow)} today={today} locale={locale} />
      </div>
    </ChartCard>
  );
}
