/** Gives drafts what needs all of them: ids that outlive moved lines, siblings, and the correction that speaks. */
import { asId, type CardId } from "../ids";
import { seedOf } from "../rng";
import type { CorrectedLines } from "./corrections";
import type { Card } from "./course";
import type { Draft } from "./draft";
import { nameKey } from "./names";

const slugOf = (draft: Draft): string => seedOf(nameKey(draft.words)).toString(36);

function idOf(draft: Draft, taken: Map<string, number>): CardId {
  const stem = draft.handId
    ? `${draft.concept.id}.hand.${draft.handId}`
    : `${draft.concept.id}.${draft.rule.toLowerCase()}.${draft.direction}.${slugOf(draft)}`;
  const copy = (taken.get(stem) ?? 0) + 1;
  taken.set(stem, copy);
  return asId<CardId>(copy === 1 ? stem : `${stem}.${copy}`);
}

/** Cards in the order of the notes. Siblings stand on the same item, or cite exactly the same lines. */
export function finishCards(
  drafts: readonly Draft[],
  files: readonly string[],
  corrected: CorrectedLines,
): Card[] {
  const position = new Map(files.map((file, index) => [file, index]));
  const lineOf = (draft: Draft) => draft.cited[0] ?? draft.at;
  const ordered = drafts
    .map((draft, index) => ({ draft, index }))
    .sort((one, other) => {
      const byFile = (position.get(one.draft.file) ?? 0) - (position.get(other.draft.file) ?? 0);
      return byFile || lineOf(one.draft) - lineOf(other.draft) || one.index - other.index;
    });
  const taken = new Map<string, number>();
  const groups = new Map<string, CardId[]>();
  const made = ordered.map(({ draft }) => {
    const key = `${draft.file}:${draft.cited.length > 1 ? `${lineOf(draft)}-${draft.cited.at(-1)}` : lineOf(draft)}`;
    const id = idOf(draft, taken);
    const group = groups.get(key) ?? [];
    group.push(id);
    groups.set(key, group);
    return { draft, id, group };
  });
  return made.map(({ draft, id, group }) => {
    const correction =
      draft.correction ?? draft.cited.flatMap((line) => corrected.at(draft.file, line))[0]?.id;
    return {
      id,
      concept: draft.concept.id,
      rule: draft.rule,
      front: draft.front,
      back: draft.back,
      file: draft.file,
      lines: [lineOf(draft), draft.cited.at(-1) ?? draft.at],
      siblings: group.filter((other) => other !== id),
      ...(correction === undefined ? {} : { correction }),
      ...(draft.translation === undefined ? {} : { translation: draft.translation }),
    };
  });
}
