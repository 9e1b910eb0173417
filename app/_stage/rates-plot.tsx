"use client";
import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { useWords } from "@/app/_i18n/words-provider";
import { findingOfRates } from "@/lib/core/questions/findings";
import {
  type EffectiveRatesScene,
  fallingAsRoot,
  type RateCurve,
} from "@/lib/core/questions/scenes/effective-rates";
import type { Locale } from "@/lib/core/text";
import { placeLabels } from "./label-places";
import { colourOf, dashOf, Marker } from "./markers";
import { useWidth } from "./use-width";

const height = 320;
const margin = { top: 16, right: 132, bottom: 36, left: 56 };

/** Round labels: one a decade, and in between where there are few. */
const powers = (ticks: number[]) => ticks.filter((tick) => Math.abs(Math.log10(tick) % 1) < 1e-9);
const name = (value: number) =>
  value >= 0.001 && value < 10_000 ? String(Number(value.toPrecision(3))) : value.toExponential(0);

/** The factor on the gradient of each method, step by step, on two logarithmic axes. */
export function RatesPlot({ scene, locale }: { scene: EffectiveRatesScene; locale: Locale }) {
  const t = useWords("question");
  const { ref, width } = useWidth(686);
  const all = scene.curves.flatMap(({ rates }) => rates);
  const [from, to] = scene.compared;
  const x = scaleLog([1, to], [margin.left, width - margin.right]);
  const y = scaleLog([Math.min(...all) / 1.4, Math.max(...all) * 1.4], [height - margin.bottom, margin.top]);
  const path = line<number>()
    .x((_, at) => x(scene.steps[at] ?? 1))
    .y((rate) => y(rate));
  const ends = placeLabels(
    scene.curves.map(({ rates }) => y(rates.at(-1) ?? 1)),
    19,
    margin.top,
    height - margin.bottom,
  );
  const edge = width - margin.right;
  return (
    <div ref={ref} className="rates-plot">
      <svg
        className="plot"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t("effectiveStep")}. ${findingOfRates(scene)[locale]}`}
      >
        {powers(y.ticks()).map((tick) => (
          <g key={tick}>
            <path className="gl" d={`M${margin.left} ${y(tick)}H${edge}`} />
            <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {name(tick)}
            </text>
          </g>
        ))}
        {powers(x.ticks()).map((tick) => (
          <text key={tick} x={x(tick)} y={height - margin.bottom + 20} textAnchor="middle">
            {tick}
          </text>
        ))}
        <text className="lab" x={edge + 22} y={height - margin.bottom + 20}>
          {t("stepAxis")}
        </text>
        <path className="ax" d={`M${margin.left} ${height - margin.bottom}H${edge}`} />
        <path
          className="compared"
          d={`M${x(from)} ${margin.top}V${height - margin.bottom}M${x(to)} ${margin.top}V${height - margin.bottom}`}
        />
        {scene.curves.map((curve) => (
          <path
            key={curve.id}
            d={path(curve.rates) ?? ""}
            fill="none"
            stroke={colourOf(curve.method)}
            strokeWidth={curve.id === "adagrad" ? 3.5 : 2}
            style={{ strokeDasharray: dashOf(curve.method) }}
          />
        ))}
        {scene.curves.map((curve, at) => (
          <EndLabel
            key={curve.id}
            curve={curve}
            locale={locale}
            edge={edge}
            own={y(curve.rates.at(-1) ?? 1)}
            placed={ends[at] ?? 0}
          />
        ))}
        <Slope scene={scene} at={(step, rate) => [x(step), y(rate)]} />
      </svg>
    </div>
  );
}

function EndLabel(props: { curve: RateCurve; locale: Locale; edge: number; own: number; placed: number }) {
  const t = useWords("question");
  const { curve, locale, edge, own, placed } = props;
  const label = curve.id === "adagrad-larger" ? t("adagradLarger") : curve.label[locale];
  return (
    <g>
      <path d={`M${edge} ${own}L${edge + 12} ${placed}`} className="ax" fill="none" />
      <Marker method={curve.method} x={edge + 22} y={placed} />
      <text className="lab" x={edge + 34} y={placed + 4}>
        {label}
      </text>
    </g>
  );
}

/** A guide of slope −½ beside Adagrad's own curve, with its name, where the curve falls so. */
function Slope({
  scene,
  at,
}: {
  scene: EffectiveRatesScene;
  at: (step: number, rate: number) => [number, number];
}) {
  const t = useWords("question");
  const [from, to] = scene.compared;
  const rate = fallingAsRoot(scene)?.rates[scene.steps.indexOf(from)];
  if (rate === undefined) return null;
  const lifted = rate * 1.35;
  const [startX, startY] = at(from, lifted);
  const [endX, endY] = at(to * 0.8, lifted * Math.sqrt(from / (to * 0.8)));
  return (
    <g>
      <path d={`M${startX} ${startY}L${endX} ${endY}`} className="slope" />
      <text className="lab" x={startX + 4} y={startY - 8}>
        {t("slope")}
      </text>
    </g>
  );
}
