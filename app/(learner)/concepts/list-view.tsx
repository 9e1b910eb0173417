import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { Meter } from "@/app/_ui/meter";
import type { ConceptId } from "@/lib/core/ids";
import type { Mastery } from "@/lib/core/study/mastery";
import type { CourseConcepts } from "@/lib/server/study/open-concepts";
import { type Sorting, sortings } from "./address";
import type { ShownFigures } from "./shown-figures";
import { sortConcepts } from "./sort-concepts";
import "./list.css";

interface ListProps {
  course: CourseConcepts;
  chosen: ConceptId | null;
  sort: Sorting | null;
  figures: (of: Mastery) => ShownFigures;
  addressOf: (id: ConceptId) => string;
  /** Where the heading of a column leads: to that order, or from it back to the order of the notes. */
  sortedBy: (sort: Sorting | null) => string;
}

/** The same concept may stand in two courses. */
export const rowId = (course: string, concept: string): string => `row-${course}-${concept}`;

/** A narrow screen leaves out what has nothing to say. */
const emptyIf = (isEmpty: boolean): string => (isEmpty ? "empty" : "");

/** Everything that the map shows, as a table. */
export async function ListView({ course, chosen, sort, figures, addressOf, sortedBy }: ListProps) {
  const t = await getWords("concepts");
  const names = new Map(course.concepts.map(({ id, name }) => [id, name]));
  const direction = sort === "cards" ? "descending" : "ascending";
  const before = (id: ConceptId) =>
    course.map.arrows.flatMap((arrow) => (arrow.after === id ? [names.get(arrow.before) ?? []] : []).flat());
  return (
    <section className="card concept-list" aria-label={t("listOf", { title: course.title })}>
      <table className="table">
        <caption className="vh">{t("listOf", { title: course.title })}</caption>
        <thead>
          <tr>
            {sortings.map((sorting) => (
              <th
                key={sorting}
                scope="col"
                className={sorting === "name" ? "" : "r"}
                aria-sort={sorting === sort ? direction : undefined}
              >
                <Link href={sortedBy(sorting === sort ? null : sorting)} scroll={false} prefetch={false}>
                  {t(`by-${sorting}`)}
                  {sorting === sort ? (
                    <span aria-hidden="true"> {direction === "ascending" ? "↑" : "↓"}</span>
                  ) : null}
                </Link>
              </th>
            ))}
            <th scope="col">{t("before")}</th>
          </tr>
        </thead>
        <tbody>
          {sortConcepts(course.concepts, sort).map((concept) => {
            const shown = figures(concept);
            return (
              <tr key={concept.id} className={concept.id === chosen ? "here" : ""}>
                <th scope="row">
                  <Link
                    id={rowId(course.id, concept.id)}
                    data-concept={concept.id}
                    href={addressOf(concept.id)}
                    aria-current={concept.id === chosen ? "true" : undefined}
                    scroll={false}
                    prefetch={false}
                  >
                    {concept.name}
                  </Link>
                  {concept.otherName === "" ? null : <small>{concept.otherName}</small>}
                </th>
                <td className="mastery">
                  {shown.isWeak ? <span className="tag tag-red">{t("weak")}</span> : null}
                  <Meter share={concept.mastery} />
                  <span className="num">{shown.mastery}</span>
                </td>
                <td className={`r num ${emptyIf(concept.recall === null)}`} data-label={t("by-recall")}>
                  {shown.recall}
                </td>
                <td className="r num" data-label={t("by-cards")}>
                  {shown.cards}
                </td>
                <td className={`r next-review ${emptyIf(concept.nextAt === null)}`} data-label={t("by-next")}>
                  {shown.next}
                </td>
                <td className={`before ${emptyIf(before(concept.id).length === 0)}`} data-label={t("before")}>
                  {before(concept.id).join(", ") || "–"}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
