/** Decides what a new version of the notes does to a stored course: which card goes on, and where hand edits collide. */
import type { CardId } from "../ids";
import type { Locale } from "../text";
import type { Course } from "./course";
import { adoptIds } from "./identity/adopt-ids";
import { type KnownCard, knownCards } from "./identity/known-card";
import { type Differences, matchCards } from "./identity/match-cards";
import { matchSets } from "./identity/match-sets";
import { withMatchingCards } from "./matching-cards";
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
  const [sets, lined] = [stored.filter(isMatching), stored.filter((card) => !isMatching(card))];
  const { previous, differences } = matchCards(lined, knownCards(compiled, files));
  const adopted = adoptIds(
    compiled,
    previous,
    stored.map(({ id }) => id),
  );
  const ownIds = new Map(compiled.cards.map(({ id }, at) => [id, adopted.cards[at]?.id ?? id]));
  const added = differences.added.map((change) => ({ ...change, id: ownIds.get(change.id) ?? change.id }));
  const editOf = new Map(stored.flatMap(({ id, edit }) => (edit ? [[id, edit] as const] : [])));
  const course = withMatchingCards(adopted, editOf);
  const matching = matchSets(sets, knownCards(course, files).filter(isMatching));
  const edits = new Map<CardId, CardEdit>();
  const conflicts: Conflict[] = [];
  for (const card of course.cards) {
    const edit = editOf.get(card.id);
    if (!edit) continue;
    edits.set(card.id, edit);
    conflicts.push(...conflictsOf(card, course.course.locale, edit));
  }
  return { course, differences: joined({ ...differences, added }, matching), conflicts, edits };
}

const isMatching = ({ rule }: Pick<KnownCard, "rule">): boolean => rule === "match";

function joined(differences: Differences, more: ReturnType<typeof matchSets>): Differences {
  return {
    ...differences,
    kept: [...differences.kept, ...more.kept],
    edited: [...differences.edited, ...more.edited],
    added: [...differences.added, ...more.added],
    retired: [...differences.retired, ...more.retired],
  };
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
