/** R4, and R6 where the members are weak points: name all that stand together under one label. */
import type { Concept } from "./course";
import type { Written } from "./draft";
import { isProcessLabel, isShortName, type Role, termOf } from "./labels";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page } from "./page";
import { labelIn, numbered, type Voice } from "./voice";

/** Nobody is asked to name more than this. */
export const mostMembers = 12;

/** A member in a list: the name alone where it explains itself on the same line. */
export const memberIn = (voice: Voice, node: NoteNode): string => {
  const text = voice.text(node);
  return termOf(text)?.term ?? text;
};

/** A label whose items are nothing but a few names: they are asked together and none of them alone. */
export const isNameList = (nodes: readonly NoteNode[]): boolean =>
  nodes.length >= 2 &&
  nodes.length <= mostMembers &&
  nodes.every(
    ({ kind, children, text, blocks }) =>
      kind === "item" && children.length === 0 && blocks.length === 0 && isShortName(text),
  );

/** Numbered sentences are steps; numbered names only where the label says so. */
const isInOrder = (label: NoteNode, members: readonly NoteNode[]): boolean =>
  members.every((member) => member.isOrdered) && (isProcessLabel(label.text) || !isNameList(members));

interface Parts {
  label: NoteNode;
  concept: Concept;
  members: readonly NoteNode[];
  /** The label as it is asked; a heading that only holds its members has none. */
  word: (voice: Voice) => string | null;
}

function pushAll(
  page: Page,
  { label, concept, members, word }: Parts,
  direction: string,
  front: (voice: Voice) => string,
) {
  const cited = members.map((member) => member.line);
  const write = (voice: Voice): Written => ({
    front: front(voice),
    back: numbered(members.map((member) => voice.text(member))),
  });
  page.drafts.push({
    concept,
    rule: direction === "drawback" ? "R6" : "R4",
    direction,
    write,
    nodes: [label, ...members],
    file: label.file,
    at: label.line,
    cited,
    words: word(page.voice) ?? page.voice.text(label),
    isWrong: holdsError(page, label, cited),
  });
}

/** The members of a generic label: "name all n", and data for "which is not one of them". */
export function draftList(page: Page, label: NoteNode, concept: Concept, role: Role): void {
  const members = label.children.filter((child) => child.kind !== "text");
  if (members.length === 0 || role === "statements" || role === "terms") return;
  const isDrawback = role === "drawbacks" && members.every((member) => member.children.length === 0);
  if (members.length < 2 && !isDrawback) return;
  if (members.length > mostMembers) {
    for (const member of members) page.leftOut.set(member, "long-list");
    return;
  }
  const word = (voice: Voice) => labelIn(voice, label);
  const count = members.length;
  const isOrdered = isInOrder(label, members);
  pushAll(page, { label, concept, members, word }, isDrawback ? "drawback" : "all", (voice) => {
    const name = voice.name(concept);
    if (isDrawback) return voice.say.drawback(name, word(voice), count);
    return isOrdered
      ? voice.say.inOrder(name, word(voice), count)
      : voice.say.nameAll(name, word(voice), count);
  });
  if (!isDrawback && !isOrdered) page.lists.push({ label, concept, role, members });
}

/** Names or numbered steps under a label of the author's own, or right under the concept. */
export function draftOwnList(
  page: Page,
  label: NoteNode,
  concept: Concept,
  members: readonly NoteNode[],
  isConcept: boolean,
): void {
  const isOrdered = isInOrder(label, members);
  const word = (voice: Voice) => (isConcept ? null : labelIn(voice, label));
  pushAll(page, { label, concept, members, word }, isOrdered ? "order" : "all", (voice) => {
    const name = voice.name(concept);
    const spoken = word(voice);
    if (isOrdered) return voice.say.inOrder(name, spoken, members.length);
    return spoken === null
      ? voice.say.parts(name, members.length)
      : voice.say.nameAll(name, spoken, members.length);
  });
  if (!isOrdered && !isConcept) page.lists.push({ label, concept, role: "members", members });
}

/** "종류: A, B, C" on one line. */
export function draftInlineList(page: Page, node: NoteNode, concept: Concept, role: Role): boolean {
  const split = (voice: Voice) => {
    const term = termOf(voice.text(node));
    const parts = (term?.meaning ?? "").split(/[,;·、]\s*/).map((part) => part.replace(/\.$/, "").trim());
    const isList =
      parts.length >= 2 && parts.length <= mostMembers && parts.every((part) => part && part.length <= 40);
    return term && isList ? { word: term.term, parts } : null;
  };
  const own = split(page.voice);
  if (!own || (role !== "members" && role !== "drawbacks")) return false;
  const cited = [node.line];
  page.drafts.push({
    concept,
    rule: "R4",
    direction: "all",
    write: (voice) => {
      const said = split(voice);
      return (
        said && {
          front: voice.say.nameAll(voice.name(concept), said.word, said.parts.length),
          back: numbered(said.parts),
        }
      );
    },
    nodes: [node],
    file: node.file,
    at: node.line,
    cited,
    words: own.word,
    isWrong: holdsError(page, node, cited),
  });
  return true;
}
