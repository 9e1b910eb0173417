import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { Meter } from "@/app/_ui/meter";
import type { ConceptId } from "@/lib/core/ids";
import { boxHeight, boxWidth, type Point } from "@/lib/core/study/map-lines";
import type { Mastery } from "@/lib/core/study/mastery";
import type { ConceptFigures } from "@/lib/server/study/describe-concept";
import type { CourseConcepts } from "@/lib/server/study/open-concepts";
import { MapKeys } from "./map-keys";
import type { ShownFigures } from "./shown-figures";
import "./map.css";

interface MapProps {
  course: CourseConcepts;
  chosen: ConceptId | null;
  figures: (of: Mastery) => ShownFigures;
  addressOf: (id: ConceptId) => string;
}

const pathThrough = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;

/** The concepts of a course on graph paper: a lane for each group, a link for each concept, lines between them. */
export async function MapView({ course, chosen, figures, addressOf }: MapProps) {
  const t = await getWords("concepts");
  const { map } = course;
  const concepts = new Map(course.concepts.map((concept) => [concept.id, concept]));
  const laneOf = (y: number) => map.lanes.findLastIndex((lane) => lane.y <= y);
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="concept-map graph" aria-label={t("mapOf", { title: course.title })} tabIndex={0}>
      <MapKeys places={map.boxes.map(({ id, column, row }) => ({ id, column, row }))}>
        <div className="concept-sheet" style={{ width: map.width, height: map.height }}>
          <Lines map={map} marker={`tip-${course.id}`} />
          {map.lanes.map(({ head, y }, lane) => (
            <div key={y}>
              <h2 className="lane" style={{ top: y }}>
                {head === null
                  ? map.lanes.length > 1
                    ? t("alone")
                    : course.title
                  : concepts.get(head)?.name}
              </h2>
              <ul>
                {map.boxes
                  .filter((box) => laneOf(box.y) === lane)
                  .map(({ id, x, y: top }) => {
                    const concept = concepts.get(id);
                    if (!concept) return null;
                    const shown = figures(concept);
                    return (
                      <li key={id} style={{ left: x, top, width: boxWidth, height: boxHeight }}>
                        <Link
                          href={addressOf(id)}
                          className={
                            shown.isWeak
                              ? "concept-box weak"
                              : concept.seen === 0
                                ? "concept-box unseen"
                                : "concept-box"
                          }
                          aria-current={id === chosen ? "true" : undefined}
                          data-concept={id}
                          scroll={false}
                          prefetch={false}
                        >
                          <span className="name">
                            <BoxName {...concept} />
                          </span>
                          <span className="mastery">
                            <Meter share={concept.mastery} />
                            <span className="num">
                              <span className="vh">{t("mastery")} </span>
                              {shown.mastery}
                            </span>
                            {shown.isWeak ? <span className="vh">, {t("weak")}</span> : null}
                          </span>
                        </Link>
                      </li>
                    );
                  })}
              </ul>
            </div>
          ))}
        </div>
      </MapKeys>
    </section>
  );
}

/** Two lines hold about this many letters. */
const longName = 25;

function BoxName({ name, otherName, abbreviation }: ConceptFigures) {
  const isShort = name.length > longName && abbreviation !== "";
  const [first, second] = isShort ? [abbreviation, name] : [name, otherName];
  return (
    <>
      <b>{first}</b>
      {second === "" ? null : <small>{second}</small>}
    </>
  );
}

/** The list names the same links in words, so readers skip the lines. */
function Lines({ map, marker }: { map: CourseConcepts["map"]; marker: string }) {
  return (
    <svg width={map.width} height={map.height} aria-hidden="true">
      <defs>
        <marker
          id={marker}
          viewBox="0 0 8 8"
          refX="8"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L8 4 0 8z" />
        </marker>
      </defs>
      {map.dotted.map((points) => (
        <path key={pathThrough(points)} d={pathThrough(points)} className="dotted" />
      ))}
      {map.arrows.map(({ before, after, points }) => (
        <path key={`${before} ${after}`} d={pathThrough(points)} markerEnd={`url(#${marker})`} />
      ))}
    </svg>
  );
}
