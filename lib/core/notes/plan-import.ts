/** Decides what a new version of the notes does to a stored course: which card goes on, and where hand edits collide. */
import type { CardId } from "../ids";
import type { Locale } from "../text";
import type { Course } from "./course";
import { adoptIds } from "./identity/adopt-ids";
import { type KnownCard, knownCards } from "./identity/known-card";
import { type Differences, matchCards } from "./identity/match-cards";
import type { CardEdit, Words } from "./stored-course";

export interface StoredCard extends KnownCard {
  edit: CardEdit | null;
}

/** A card that a person rewrote, and whose words in the notes have changed since. */
export interface Conflict {
  id: CardId;
  locale: Locale;
  mine: Words;
  notes: Words;
}

export interface ImportPlan {
  /** Under the stored identities. */
  course: Course;
  differences: Differences;
  conflicts: Conflict[];
  /** What each card that goes on keeps of the hand's work. */
  edits: ReadonlyMap<CardId, CardEdit>;
}

export function planImport(
  stored: readonly StoredCard[],
  compiled: Course,
  files: readonly { file: string; text: string }[],
): ImportPlan {
  const next = knownCards(compiled, files);
  const { previous, differences } = matchCards(stored, next);
  const course = adoptIds(
    compiled,
    previous,
    stored.map(({ id }) => id),
  );
  const ownIds = new Map(compiled.cards.map(({ id }, at) => [id, course.cards[at]?.id ?? id]));
  const added = differences.added.map((change) => ({ ...change, id: ownIds.get(change.id) ?? change.id }));
  const editOf = new Map(stored.flatMap(({ id, edit }) => (edit ? [[id, edit] as const] : [])));
  const edits = new Map<CardId, CardEdit>();
  const conflicts: Conflict[] = [];
  for (const card of course.cards) {
    const edit = editOf.get(card.id);
    if (!edit) continue;
    edits.set(card.id, edit);
    conflicts.push(...conflictsOf(card, course.course.locale, edit));
  }
  return { course, differences: { ...differences, added }, conflicts, edits };
}

function conflictsOf(card: Course["cards"][number], locale: Locale, edit: CardEdit): Conflict[] {
  const sides: [Locale, Words][] = [[locale, card]];
  if (card.translation) sides.push([card.translation.locale, card.translation]);
  return sides.flatMap(([language, { front, back }]) => {
    const mine = edit.words[language];
    const base = edit.base[language];
    const isSame = base?.front === front && base.back === back;
    return mine && base && !isSame ? [{ id: card.id, locale: language, mine, notes: { front, back } }] : [];
  });
}
