"use client";
import { LinePlot } from "@/app/_stage/line-plot";
import { LineTable } from "@/app/_stage/line-table";
import type { Figure } from "@/lib/core/questions/figure";
import type { Look, Panel } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";

type Curves = Extract<Figure, { kind: "curves" }>;
const looks: Look[] = ["asked", "compared", "target", "faint"];

const panelOf = ({ label, xLabel, yLabel, yScale, series }: Curves): Panel => ({
  title: label,
  xLabel,
  yLabel,
  xScale: "linear",
  yScale,
  series: series.map((each, at) => ({
    id: each.label.en,
    label: each.label,
    look: looks[at % looks.length] ?? "faint",
    drawn: "line",
    points: each.points,
  })),
  marks: [],
  segments: [],
  rules: [],
});

/** Curves that a question asks about, with their numbers as a table on request. */
export function Curves({ figure, locale }: { figure: Curves; locale: Locale }) {
  const panel = panelOf(figure);
  return (
    <>
      <LinePlot panel={panel} locale={locale} />
      <LineTable panel={panel} locale={locale} />
    </>
  );
}
