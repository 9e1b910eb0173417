import Link from "next/link";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { LinkButton } from "@/app/_ui/link-button";
import { Meter } from "@/app/_ui/meter";
import type { ConceptId } from "@/lib/core/ids";
import { labOf } from "@/lib/core/lab/lab-of";
import { familiesOf } from "@/lib/core/questions/registry";
import { defaultCourseSlug } from "@/lib/server/default-course";
import type { ChosenConcept, ConceptLink } from "@/lib/server/study/describe-concept";
import { rowId } from "./list-view";
import { ShowPanel } from "./show-panel";
import type { ShownFigures } from "./shown-figures";

interface PanelProps {
  concept: ChosenConcept;
  shown: ShownFigures;
  /** Whether the address names it; otherwise it only fills the place. */
  isWished: boolean;
  addressOf: (id: ConceptId) => string;
  /** Whether the list, with its row for this concept, is on the page too. */
  hasList: boolean;
}

/** One concept closely: what it is, how well it sits, what stands before and behind it, and where it comes from. */
export async function ConceptPanel({ concept, shown, isWished, addressOf, hasList }: PanelProps) {
  const t = await getWords("concepts");
  const review = await getWords("review");
  const locale = await getLocale();
  const { definition, source } = concept;
  const [from, to] = source.lines;
  const isDefault = concept.courseId === defaultCourseSlug;
  const lab = isDefault ? labOf(concept.id) : null;
  const computed = isDefault ? familiesOf(concept.id) : [];
  const groups: [title: string, links: ConceptLink[]][] = [
    [t("before"), concept.before],
    [t("after"), concept.after],
    [t("near"), concept.near],
  ];
  return (
    <aside className="card pad concept-panel" id="concept" aria-labelledby="concept-name">
      <ShowPanel concept={isWished ? concept.id : null} />
      <p className="vh" role="status">
        {isWished ? t("shown", { name: concept.name, mastery: shown.mastery }) : ""}
      </p>
      {concept.above.length === 0 ? null : <p className="small muted">{concept.above.join(" › ")}</p>}
      <h2 id="concept-name" tabIndex={-1}>
        {concept.name}
      </h2>
      {concept.otherName === "" ? null : <p className="small muted">{concept.otherName}</p>}
      {definition ? (
        <div className="definition" lang={definition.locale}>
          <p className="small muted">{definition.value.front}</p>
          <p>{definition.value.back}</p>
        </div>
      ) : null}
      <dl className="figures">
        <div>
          <dt>{t("mastery")}</dt>
          <dd className="num">
            <Meter share={concept.mastery} /> {shown.mastery}
          </dd>
        </div>
        <div>
          <dt>{t("by-recall")}</dt>
          <dd className="num">{shown.recall}</dd>
        </div>
        <div>
          <dt>{t("by-next")}</dt>
          <dd>{shown.next}</dd>
        </div>
        <div>
          <dt>{t("by-cards")}</dt>
          <dd className="num">{shown.cards}</dd>
        </div>
      </dl>
      {shown.isWeak ? <p className="small weak-words">{t("weakAbout")}</p> : null}
      <h3>{t("kinds")}</h3>
      <ul className="kinds">
        {concept.kinds.map(({ rule, skill, family, cards, seen }) => (
          <li key={skill ?? rule}>
            {family ? (
              <Link href={`/practice/${family}`} prefetch={false}>
                {skill}
              </Link>
            ) : (
              review(`rule${rule}`)
            )}
            <span className="num">
              {seen}/{cards}
            </span>
          </li>
        ))}
      </ul>
      {computed.length === 0 ? null : (
        <div className="links">
          <h3>{t("compute")}</h3>
          <ul>
            {computed.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/practice/${id}`} prefetch={false}>
                  {title[locale]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {groups.map(([title, links]) =>
        links.length === 0 ? null : (
          <div key={title} className="links">
            <h3>{title}</h3>
            <ul>
              {links.map(({ id, name }) => (
                <li key={id}>
                  <Link href={addressOf(id)} scroll={false} prefetch={false}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {lab ? (
        <LinkButton href={`/lab/${lab}`} prefetch={false}>
          {t("toLab")}
        </LinkButton>
      ) : null}
      <LinkButton look="primary" href={`/cards?concept=${encodeURIComponent(concept.id)}`} prefetch={false}>
        {t("toCards", { count: concept.cards })}
      </LinkButton>
      <details className="lines">
        <summary>{from === to ? review("openLines", { from }) : review("openRange", { from, to })}</summary>
        <ol lang={source.locale}>
          {source.text.map(({ line, text }) => (
            <li key={line}>
              <span className="num">{line}</span>
              <span>{text.trim()}</span>
            </li>
          ))}
        </ol>
      </details>
      {hasList ? (
        <p className="only-narrow to-list">
          <a href={`#${rowId(concept.courseId, concept.id)}`}>{t("toList")}</a>
        </p>
      ) : null}
    </aside>
  );
}
