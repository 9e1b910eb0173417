/** What a learner sees of a card to answer, what is kept back to judge it, and what the judge says. */
import type { Card, Concept, Link } from "../notes/course";

/** A text to pick, place or pair. Ids are letters in the order shown: they say nothing of the truth. */
export interface Option {
  id: string;
  text: string;
}

/** All that a learner may see before answering, beside the card's front; the truth is not in it. */
export type Exercise =
  /** Plain front and back: learners grade themselves. */
  | { kind: "reveal" }
  /** One field for one term. A cloze has the pieces of its sentence around the blanks: n + 1 pieces for n fields. */
  | { kind: "typed"; blanks?: string[] }
  | { kind: "choice"; options: Option[] }
  /** `count` fields, in any order. */
  | { kind: "list"; count: number }
  | { kind: "matching"; terms: Option[]; meanings: Option[] }
  | { kind: "ordering"; items: Option[] };

/** One thing that may be typed. */
export interface Target {
  /** As it is shown afterwards. */
  canonical: string;
  /** Everything that is accepted as it stands. */
  forms: string[];
  /** Whether a phrase in other words is accepted that holds all its key words. */
  isPhrase: boolean;
}

/** Stays where the answer is judged until there is an answer. */
export type ExerciseTruth =
  | { kind: "reveal" }
  | { kind: "typed"; targets: Target[]; names: Names }
  /** `feedback` says for each option but `id` why it is another thing. */
  | { kind: "choice"; id: string; feedback: Record<string, string> }
  | { kind: "list"; members: Target[]; names: Names }
  /** The meaning of each term, by ids. */
  | { kind: "matching"; meanings: Record<string, string> }
  /** Ids in the order of the notes. */
  | { kind: "ordering"; order: string[] };

/** Names that are not the answer, as term keys, and the spellings of the notes with the form to teach. */
export interface Names {
  others: string[];
  spellings: Record<string, string>;
}

export interface Prepared {
  exercise: Exercise;
  truth: ExerciseTruth;
}

export type Given =
  /** One text per blank or field. */
  | { kind: "typed" | "list"; texts: string[] }
  | { kind: "choice"; id: string }
  /** Meaning id by term id; terms left out are unanswered. */
  | { kind: "matching"; meanings: Record<string, string> }
  | { kind: "ordering"; order: string[] };

/** `spelling`: accepted though misspelt. `repeat`: right, and already counted. */
export type PartNote = "spelling" | "repeat";

/** One field, option, pair or place. */
export interface Part {
  given: string;
  isRight: boolean;
  /** What is right here, in the form to learn. */
  canonical: string;
  note?: PartNote;
}

export type ExerciseVerdict = "unreadable" | "right" | "partly" | "wrong";
export interface Judged {
  verdict: ExerciseVerdict;
  /** Share of the answer that is right, 0 to 1; 0 when unreadable. */
  credit: number;
  parts: Part[];
  /** Choice: why each wrong option is another thing, by option id. */
  feedback?: Record<string, string>;
}

/** A card in the words of one language. */
export type CardWords = Pick<Card, "id" | "concept" | "rule" | "front" | "back" | "file" | "lines">;

/** A course in the words of one language, with what its author put in concepts.json. */
export interface CourseWords {
  concepts: readonly (Concept & { also?: readonly string[] })[];
  links: readonly Link[];
  cards: readonly CardWords[];
  spellings?: Readonly<Record<string, string>>;
}
