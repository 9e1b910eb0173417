import { getWords } from "@/app/_i18n/get-words";
import { Bars } from "./bars";
import { type CardProps, ChartCard } from "./chart-card";

const roundTenth = (value: number): string => String(Math.round(value * 10) / 10);

/** How the cards that were met spread over stability or difficulty. */
export async function SpreadCard({ chart, ...shared }: CardProps & { chart: "stability" | "difficulty" }) {
  const t = await getWords("progress");
  const { bins, median } = shared.progress[chart];
  if (median === null) return null;
  const count = bins.reduce((sum, { cards }) => sum + cards, 0);
  const finding = t(`${chart}Finding`, { count, median: roundTenth(median) });
  const bars = bins.map(({ from, to, cards }) => ({
    key: from,
    value: cards,
    top: cards === 0 ? undefined : String(cards),
    tick:
      chart === "stability" && from === 0 ? `<${to}` : to === null && from !== 10 ? `${from}+` : String(from),
  }));
  return (
    <ChartCard {...shared} chart={chart} unit={t(`${chart}Unit`)} hasNumbers>
      <Bars bars={bars} finding={finding} gap={6} />
      <p className="told">{finding}</p>
      <p className="cap">{t(`${chart}Note`)}</p>
    </ChartCard>
  );
}
