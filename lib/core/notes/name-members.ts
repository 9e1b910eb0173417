/** Decides which items are asked together instead of one by one: bare names, and the steps of a procedure. */
import type { Concept } from "./course";
import { draftOwnList, isNameList, mostMembers } from "./draft-list";
import { questionOf } from "./labels";
import type { NoteNode } from "./note-reader";
import type { Page } from "./page";

/** Headings with nothing below them but names, and lists of names right under a concept, are asked together. */
export function nameParts(page: Page, node: NoteNode, concept: Concept): void {
  const isBare = (child: NoteNode) =>
    child.kind === "heading" && child.children.length === 0 && child.blocks.length === 0;
  const { children } = node;
  const isOutline = children.length >= 2 && children.length <= mostMembers && children.every(isBare);
  const items = children.filter((child) => child.kind !== "heading");
  const steps = items.filter((item) => item.isOrdered);
  const members = isOutline ? children : isNameList(items) ? items : areSteps(page, steps) ? steps : [];
  if (members.length === 0) return;
  draftOwnList(page, node, concept, members, true);
  for (const member of members) page.named.add(member);
}

/** Numbered sentences that name nothing of their own: they are one procedure. */
const areSteps = (page: Page, nodes: readonly NoteNode[]): boolean =>
  nodes.length >= 2 &&
  nodes.length <= mostMembers &&
  nodes.every(
    (node) =>
      node.isOrdered &&
      node.children.length === 0 &&
      !page.concepts.at(node) &&
      page.concepts.definedIn(node).size === 0 &&
      questionOf(node.text) === null,
  );

/** Names or steps under a label are asked together. */
export function nameMembers(page: Page, node: NoteNode, concept: Concept, isConcept: boolean): void {
  if (!isNameList(node.children) && !areSteps(page, node.children)) return;
  draftOwnList(page, node, concept, node.children, isConcept);
  for (const child of node.children) page.named.add(child);
}
