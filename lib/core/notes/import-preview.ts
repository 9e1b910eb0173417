/** What an import would do, cut to what a page can show. */
import type { Locale } from "../text";
import type { Concept, Rule, Warning } from "./course";
import type { Change } from "./identity/match-cards";
import type { Conflict, ImportPlan } from "./plan-import";

export interface PreviewCard {
  concept: string;
  rule: Rule;
  front: string;
  back: string;
  file: string;
  line: number;
}
/** What an import would make, to be looked at before anything changes. Lists are cut at `listed`; counts are whole. */
export interface Preview {
  title: string;
  locale: Locale;
  concepts: Pick<Concept, "id" | "names" | "parent">[];
  cards: PreviewCard[];
  warnings: Warning[];
  counts: { concepts: number; cards: number; warnings: number };
  /** Null for a new course. `kept` is only counted: nothing happens to those cards. */
  changes: { kept: number; lists: Record<ChangeKind, Change[]>; counts: Record<ChangeKind, number> } | null;
  conflicts: Conflict[];
  /** Names the version of the stored course that this was compared with. */
  base: string | null;
}
export const changeKinds = ["added", "edited", "moved", "split", "merged", "retired"] as const;
export type ChangeKind = (typeof changeKinds)[number];

const listed = 300;

/** `base` names the stored version that the plan was made against, null for a new course. */
export function previewOf({ course, differences, conflicts }: ImportPlan, base: string | null): Preview {
  const { warnings } = course;
  const { kept, ...changed } = differences;
  return {
    title: course.course.title,
    locale: course.course.locale,
    concepts: course.concepts.slice(0, listed).map(({ id, names, parent }) => ({ id, names, parent })),
    cards: course.cards.slice(0, listed).map(({ concept, rule, front, back, file, lines }) => ({
      concept,
      rule,
      front,
      back,
      file,
      line: lines[0],
    })),
    warnings: warnings.slice(0, listed),
    counts: { concepts: course.concepts.length, cards: course.cards.length, warnings: warnings.length },
    changes:
      base === null
        ? null
        : {
            kept: kept.length,
            lists: mapKinds((kind) => changed[kind].slice(0, listed)),
            counts: mapKinds((kind) => changed[kind].length),
          },
    conflicts,
    base,
  };
}

const mapKinds = <Value>(value: (kind: ChangeKind) => Value): Record<ChangeKind, Value> =>
  Object.fromEntries(changeKinds.map((kind) => [kind, value(kind)])) as Record<ChangeKind, Value>;
