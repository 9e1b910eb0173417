/** What every rule needs of the note it reads, and where it leaves what it makes. */
import type { ConceptMap } from "./concept-map";
import { type CorrectedLines, errorOn } from "./corrections";
import type { Concept, Link } from "./course";
import type { Draft } from "./draft";
import type { Role } from "./labels";
import type { NoteNode } from "./note-reader";
import type { LeftOut, Problem } from "./problems";
import type { Voice } from "./voice";

/** Members that an author put together under one label. */
export interface MemberList {
  label: NoteNode;
  concept: Concept;
  role: Role;
  members: readonly NoteNode[];
}

export interface Page {
  /** The first language: what decides which cards there are. */
  voice: Voice;
  concepts: ConceptMap;
  corrected: CorrectedLines;
  drafts: Draft[];
  links: Link[];
  problems: Problem[];
  lists: MemberList[];
  /** Members of a list of names, which need no words of their own. */
  named: Set<NoteNode>;
  /** Concepts that only a file's name names. */
  fileConcepts: Set<Concept>;
  /** Why a node is on no card, where the rules know. */
  leftOut: Map<NoteNode, LeftOut>;
}

export const report = (page: Page, node: NoteNode, code: Problem["code"], what = node.text): void => {
  page.problems.push({ file: node.file, line: node.line, code, what });
};

export const holdsError = (page: Page, node: NoteNode, cited: readonly number[]): boolean =>
  errorOn(page.corrected, node.file, cited) !== undefined;
