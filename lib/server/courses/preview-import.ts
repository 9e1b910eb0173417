import type { CourseId } from "@/lib/core/ids";
import type { Concept, Rule, Warning } from "@/lib/core/notes/course";
import type { Change } from "@/lib/core/notes/identity/match-cards";
import type { Conflict } from "@/lib/core/notes/plan-import";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Locale } from "@/lib/core/text";
import { findCourse, loadCourse, type StoredCourse } from "@/lib/db/courses";
import { limitTries, type Throttled } from "../people/limit-tries";
import { theStore } from "../store";
import { type PlannedCourse, planCourse } from "./plan-course";
import { readUpload, type Upload, type UploadFailure } from "./read-upload";
import { mayEdit } from "./see-course";

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

export type ImportFailure = UploadFailure | Throttled | { kind: "not-found" };

const listed = 300;

/** The course to import into: null makes a new one. */
export async function courseToEdit(
  person: Person,
  id: CourseId | null,
): Promise<Result<StoredCourse | null, { kind: "not-found" }>> {
  if (id === null) return ok(null);
  const head = await findCourse(theStore().read, id);
  if (!head || !mayEdit(person, head) || head.ownerId === null) return fail({ kind: "not-found" });
  return ok(await loadCourse(theStore().read, id));
}

export async function previewImport(
  person: Person,
  { courseId, uploads }: { courseId: CourseId | null; uploads: readonly Upload[] },
  now: number,
): Promise<Result<Preview, ImportFailure>> {
  return limitTries({ import: person.id }, now, async (): Promise<Result<Preview, ImportFailure>> => {
    const stored = await courseToEdit(person, courseId);
    if (!stored.ok) return stored;
    const input = readUpload(uploads);
    if (!input.ok) return input;
    const plan = await planCourse(input.value, stored.value);
    return ok(previewOf(plan, stored.value));
  });
}

function previewOf(
  { course, warnings, differences, conflicts }: PlannedCourse,
  stored: StoredCourse | null,
): Preview {
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
    changes: stored && {
      kept: kept.length,
      lists: mapKinds((kind) => changed[kind].slice(0, listed)),
      counts: mapKinds((kind) => changed[kind].length),
    },
    conflicts,
    base: stored?.fingerprint ?? null,
  };
}

const mapKinds = <Value>(value: (kind: ChangeKind) => Value): Record<ChangeKind, Value> =>
  Object.fromEntries(changeKinds.map((kind) => [kind, value(kind)])) as Record<ChangeKind, Value>;
