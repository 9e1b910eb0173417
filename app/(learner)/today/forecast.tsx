import { formatDay, formatTick } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import { ChartNumbers } from "@/app/_ui/chart-numbers";
import type { ChartTable } from "@/lib/core/study/progress/chart-table";
import type { When } from "./due-cards";
import { cardsPerBlock } from "./forecast-scale";

export interface ForecastDay {
  /** First instant of the study day. */
  at: number;
  cards: number;
}

interface ForecastProps {
  days: readonly ForecastDay[];
  table: ChartTable;
  when: When;
  /** Reviews a day takes. */
  limit: number;
}

/** Fourteen days as stacks of blocks, and the same numbers as a table and as a file. */
export async function Forecast({ days, table, when, limit }: ForecastProps) {
  const t = await getWords("today");
  const { locale, zone } = when;
  const perBlock = cardsPerBlock(days.map(({ cards }) => cards));
  const fullest = days.reduce(
    (most, day) => (day.cards > most.cards ? day : most),
    days[0] ?? { at: 0, cards: 0 },
  );
  const label = t("forecastLabel", {
    days: days.length,
    day: formatDay(fullest.at, locale, zone),
    count: fullest.cards,
  });
  const blocks = (cards: number) => Array.from({ length: Math.ceil(cards / perBlock) }, (_, index) => index);
  const isEmpty = days.every(({ cards }, ahead) => ahead === 0 || cards === 0);
  return (
    <section className="card pad forecast" aria-labelledby="forecast">
      <div className="head">
        <h2 id="forecast">{t("forecast")}</h2>
        <p className="small muted">{t("forecastUnit", { cards: perBlock, limit })}</p>
      </div>
      <div role="img" aria-label={label}>
        <ol className="fc">
          {days.map(({ at, cards }, ahead) => (
            <li key={at} className={ahead === 0 ? "t" : ""}>
              <b>{cards}</b>
              {blocks(cards).map((block) => (
                <u key={block} />
              ))}
            </li>
          ))}
        </ol>
        <ol className="fcx">
          {days.map(({ at }, ahead) => {
            const tick = formatTick(at, locale, zone);
            return (
              <li key={at} className={ahead === 0 ? "t" : ""}>
                <span>{ahead === 0 ? t("now") : tick.weekday}</span>
                <br />
                {tick.day}
              </li>
            );
          })}
        </ol>
      </div>
      <p className="cap">{t(isEmpty ? "forecastEmpty" : "forecastNote")}</p>
      <ChartNumbers chart="forecast" title={t("forecast")} table={table} locale={locale} />
    </section>
  );
}
