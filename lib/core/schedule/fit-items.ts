/**
 * Decides which reviews of a learner's log say something about recall, as fsrs-rs asks for them: the first review of
 * a card on each later day, with everything that came before it. Practice and what was taken back say nothing, nor does
 * a card that the log does not know from its beginning.
 */
import type { ReviewKind } from "../study/review-kind";
import type { StudyDay } from "../study-day";
import type { Grade, Phase } from "./memory";

/** One row of the log. */
export interface FitRow {
  cardId: string;
  seq: number;
  at: number;
  studyDay: StudyDay;
  grade: Grade;
  kind: ReviewKind;
  phase: Phase;
  undoneAt: number | null;
}

export interface FitReview {
  grade: Grade;
  /** Study days since the review before; 0 for the first. */
  days: number;
}

/** A review whose recall is to be foretold: `reviews[last]` of one card, from the ones before it. */
export interface FitItem {
  at: number;
  /** All of the card's reviews, oldest first; the items of one card share them. */
  reviews: readonly FitReview[];
  last: number;
}

/** The items of a log, those of a card together and oldest first. Rows may come in any order. */
export function fitItems(rows: readonly FitRow[]): FitItem[] {
  const cards = new Map<string, FitRow[]>();
  for (const row of rows) {
    if (row.kind === "cram" || row.undoneAt !== null) continue;
    const card = cards.get(row.cardId);
    if (card) card.push(row);
    else cards.set(row.cardId, [row]);
  }
  return [...cards.values()].flatMap((card) => {
    card.sort((a, b) => a.at - b.at || a.seq - b.seq);
    return card[0]?.phase === "new" ? itemsOf(card) : [];
  });
}

function itemsOf(card: readonly FitRow[]): FitItem[] {
  const reviews = card.map(({ grade, studyDay }, place) => ({
    grade,
    days: Math.max(0, studyDay - (card[place - 1]?.studyDay ?? studyDay)),
  }));
  return card.flatMap(({ at }, last) => ((reviews[last]?.days ?? 0) > 0 ? [{ at, reviews, last }] : []));
}

/** The earlier `share` of the items to learn from and the later rest to be tested on. */
export function heldOutSplit(
  items: readonly FitItem[],
  share: number,
): { train: FitItem[]; test: FitItem[] } {
  const times = items.map(({ at }) => at).sort((a, b) => a - b);
  const from = times[Math.floor(times.length * share)] ?? Number.POSITIVE_INFINITY;
  return { train: items.filter(({ at }) => at < from), test: items.filter(({ at }) => at >= from) };
}
