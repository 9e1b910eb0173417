/** Everything that the progress of one learner is told by, as values. */
import type { CardId, ConceptId, CourseId } from "../../ids";
import type { StudyDay } from "../../study-day";
import type { Locale } from "../../text";
import type { Mastery } from "../mastery";
import type { LoggedDay } from "./heat-map";
import type { Reliability } from "./reliability";
import type { Spread } from "./spread";
import type { TimeSpent } from "./time-spent";

/** Recall of a note says nothing of a computed problem: each kind is promised and judged for itself. */
export const cardKinds = ["notes", "computed"] as const;
export type CardKind = (typeof cardKinds)[number];

export interface ConceptProgress extends Mastery {
  courseId: CourseId;
  id: ConceptId;
  name: string;
}

/** What a desired recall costs in the days to come. */
export interface ForetoldWorkload {
  /** Desired recall, 0 to 1. */
  retention: number;
  minutesPerDay: number;
  /** Share of the cards met by the end that would be recalled then; null if none would be met. */
  remembered: number | null;
}

/** A card that was forgotten again and again. */
export interface Leech {
  cardId: CardId;
  courseId: CourseId;
  conceptId: ConceptId;
  /** What it asks, in a language it has. */
  front: string;
  language: Locale;
  /** What it, or its concept, can be practised under. */
  family: string | null;
  lapses: number;
  isSuspended: boolean;
  /** Whether this person may change its words, and make two cards of it. */
  mayEdit: boolean;
  maySplit: boolean;
}

export interface Progress {
  today: StudyDay;
  /** Study days with a review, oldest first. */
  days: LoggedDay[];
  time: TimeSpent;
  /** Null where no card was promised a chance yet. */
  retention: Record<CardKind, Reliability | null>;
  stability: Spread;
  difficulty: Spread;
  /** Weakest of those seen first, then those never seen in the order of the notes. */
  concepts: ConceptProgress[];
  /** Most lapses first. */
  leeches: Leech[];
}
