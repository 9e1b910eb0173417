/** One card as the review page receives it: everything to show and to answer, and never the truth of a question. */
import type { Exercise, Given, Judged } from "../exercises/exercise";
import type { CardId } from "../ids";
import type { CorrectionKind, Lines, Rule } from "../notes/course";
import type { Ask, Verdict } from "../questions/family";
import type { Grade, Phase, Preview } from "../schedule/memory";
import type { Locale, Text } from "../text";

export interface SourceLine {
  line: number;
  text: string;
  isCited: boolean;
}
export interface OutlineEntry {
  text: string;
  depth: number;
  isHere: boolean;
  /** What the notes say there about the card's concept. */
  quote?: string;
}

/** A note card in one language, with its place in the notes of that language. */
export interface NoteSide {
  /** Concept path from the top, for the crumbs. */
  path: string[];
  front: string;
  back: string;
  /** The sentence as written in the notes with its neighbours. */
  source: { file: string; lines: Lines; text: SourceLine[] };
  outline: OutlineEntry[];
  /** MathML of each formula in front and back, by its TeX; absent where there is none. */
  maths?: Record<string, string>;
  /** How it may be answered in this language instead of only being revealed. */
  exercise?: Exercise;
}

export interface NoteFace {
  kind: "note";
  rule: Rule;
  /** Every language that the course has, so that switching needs no new card. */
  sides: Partial<Record<Locale, NoteSide>>;
  correction: { id: string; kind: CorrectionKind; text: Text } | null;
  /** Pictures of its lines, shown with the back; absent where there are none. */
  images?: { src: string; alt: string }[];
}

export interface QuestionFace {
  kind: "question";
  family: string;
  version: number;
  seed: number;
  params: unknown;
  ask: Ask;
}

export interface ReviewCard {
  cardId: CardId;
  /** Version of the learner's state that this card was shown on; a grade on an old one is refused. */
  revision: number;
  phase: Phase;
  isFlagged: boolean;
  /** The learner may write its words anew; absent where not. */
  isEditable?: true;
  /** Study days since the day it was due on; 0 on that day and while learning. */
  daysLate: number;
  /** Null while new. */
  memory: {
    recall: number;
    stability: number;
    difficulty: number;
    reps: number;
  } | null;
  preview: Preview;
  face: NoteFace | QuestionFace;
}

export interface Counts {
  new: number;
  learning: number;
  review: number;
}

export const totalOf = ({ new: fresh, learning, review }: Counts): number => fresh + learning + review;

/** A note card is answered with a grade or an exercise, a question with what was given. */
export type Answer =
  | { kind: "grade"; grade: Grade }
  | { kind: "exercise"; locale: Locale; given: Given }
  | {
      kind: "given";
      given: string;
      browserVerdict: Verdict | null;
      slip?: string;
      /** A hint was opened first. */
      isHinted?: boolean;
    };

export interface Graded {
  reviewId: string;
  cardId: CardId;
  grade: Grade;
  /** When it comes back, as the button said. */
  dueAt: number;
  amount: number;
  unit: "seconds" | "days";
  verdict: Verdict | null;
  slips: string[];
  /** What was right in an exercise, part by part. */
  judged: Judged | null;
  /** This lapse made the card a leech. */
  isLeech: boolean;
}

export const countAgain = (given: readonly Grade[]): number =>
  given.filter((grade) => grade === "again").length;

/** What the page needs next: the card at the head of the queue, if any, and how much is left. */
export interface QueueHead {
  cards: ReviewCard[];
  counts: Counts;
  /** Grades given today and not undone, oldest first, at most 60: for the progress cells. */
  done: Grade[];
  doneCount: number;
  /** Of all of them, those graded Again. */
  againCount: number;
  /** The latest grade of today that can still be undone. */
  lastReviewId: string | null;
  /** When the queue is empty but a learning card is waiting: the instant it may be shown. */
  nextLearningAt: number | null;
  /** The server's clock when it told this; null where a browser made it of what it kept. */
  asOf: number | null;
  /** By the same clock: when the queue changes by itself, as a card comes back or the day turns; null with `asOf`. */
  changesAt: number | null;
}
