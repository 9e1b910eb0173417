import type { Panel, Point, Series } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";
import { placeLabels } from "./label-places";
import { Marker } from "./markers";
import { isShown, nameRoom, type PlotFrame } from "./plot-frame";
import { isMethod, SeriesSample } from "./series-shape";

/** A letter of 12 px, and the room that a marker takes from a name. */
const [wideLetter, letter, markerRoom] = [12, 6.6, 16];

/** Whether every name has room at the end of its line; dots have none, so their names stand with a sample. */
export const fitBeside = (series: readonly Series[], locale: Locale): boolean =>
  series.every(({ label, look, drawn }) => {
    if (drawn === "dots") return false;
    const width = [...label[locale]].reduce((sum, each) => sum + (each > "\u10ff" ? wideLetter : letter), 0);
    return width + (isMethod(look) ? markerRoom : 0) <= nameRoom - 14;
  });

interface PlotNamesProps {
  series: readonly Series[];
  frame: PlotFrame;
  locale: Locale;
}

/** The name of each series at the end of it, moved apart where two would meet. */
export function PlotNames({ series, frame, locale }: PlotNamesProps) {
  const { x, y, right, top, floor } = frame;
  const named = series.flatMap((each): { each: Series; last: Point }[] => {
    const last = each.points.filter(isShown).filter(frame.canShow).at(-1);
    return last ? [{ each, last }] : [];
  });
  const places = placeLabels(
    named.map(({ last }) => y(last[1])),
    18,
    top,
    floor,
  );
  return named.map(({ each, last }, at) => {
    const place = places[at] ?? 0;
    return (
      <g key={each.id}>
        <path
          className="ax"
          d={`M${x(last[0])} ${y(last[1])}L${right + 10} ${place}`}
          fill="none"
          strokeDasharray="1 3"
        />
        {isMethod(each.look) ? <Marker method={each.look} x={right + 18} y={place} /> : null}
        <text className="lab" x={right + (isMethod(each.look) ? 30 : 14)} y={place + 4}>
          {each.label[locale]}
        </text>
      </g>
    );
  });
}

/** What the looks of a plot mean, where its names have no room beside it. */
export function Legend({ series, locale }: { series: Panel["series"]; locale: Locale }) {
  return (
    <ul className="legend small muted">
      {series.map((each) => (
        <li key={each.id}>
          <SeriesSample series={each} />
          {each.label[locale]}
        </li>
      ))}
    </ul>
  );
}
