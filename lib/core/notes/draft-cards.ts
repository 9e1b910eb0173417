/** Walks a note and decides which rule of content/README.md each heading, label and sentence falls under. */
import { titleOf } from "./concept-map";
import type { Concept } from "./course";
import { draftCondition, draftContrasts, isConditionLabel } from "./draft-conditions";
import { draftDefinitions } from "./draft-definitions";
import { draftDrawback } from "./draft-drawback";
import { draftInlineList, draftList } from "./draft-list";
import { draftNames } from "./draft-names";
import { draftQuestion } from "./draft-question";
import { draftBlanks, draftStatement, type Place } from "./draft-statements";
import { draftRow, draftTerm } from "./draft-term";
import {
  drawbackOwner,
  isDefinitionLabel,
  isMeasure,
  isSentence,
  questionOf,
  type Role,
  roleOf,
  termOf,
} from "./labels";
import { nameMembers, nameParts } from "./name-members";
import { hasAlias } from "./names";
import type { NoteNode } from "./note-reader";
import { type Page, report } from "./page";
import { definitionOf, sentencesOf } from "./sentences";
import { labelIn, type Voice } from "./voice";

interface Here {
  concept: Concept | null;
  role: Role;
  /** The named label above, when it is no concept of its own. */
  label: NoteNode | null;
  /** The generic label above. */
  aspect: NoteNode | null;
  isCause: boolean;
}

/** What an item needs to know of the list it stands in. */
interface Siblings {
  first: NoteNode | undefined;
  leaves: number;
  haveBodies: boolean;
}

/** A paragraph of more sentences than this is no single answer. */
const mostSentences = 4;

const under = (concept: Concept | null): Here => ({
  concept,
  role: "statements",
  label: null,
  aspect: null,
  isCause: false,
});

/** Leaves the cards, links and problems of one note on the page. */
export function draftCards(root: NoteNode, page: Page): void {
  const concept = page.concepts.at(root) ?? null;
  if (concept) page.fileConcepts.add(concept);
  const title = titleOf(root);
  for (const child of root.children)
    if (child === title && !page.concepts.at(title)) {
      for (const inner of child.children) if (inner.kind !== "heading") page.leftOut.set(inner, "preface");
      visitAll(page, child.children, under(concept));
    } else visitAll(page, [child], under(concept));
}

function visitAll(page: Page, nodes: readonly NoteNode[], here: Here): void {
  const items = nodes.filter((node) => node.kind !== "heading");
  const leaves = items.filter((item) => item.children.length === 0).length;
  const siblings = { first: items[0], leaves, haveBodies: leaves < items.length };
  for (const node of nodes)
    if (node.kind === "heading") visitHeading(page, node, here.concept);
    else if (node.kind === "row") visitRow(page, node, here);
    else visitItem(page, node, here, siblings);
  if (here.concept) draftContrasts(page, items, here.concept);
}

function visitHeading(page: Page, node: NoteNode, above: Concept | null): void {
  const own = page.concepts.at(node);
  const role = roleOf(node.text);
  const concept = own ?? above;
  if (node.blocks.length > 0) page.leftOut.set(node, "code-alone");
  if (node.children.length === 0 && node.blocks.length === 0 && !page.named.has(node))
    report(page, node, "empty-label");
  if (own && hasAlias(node.text)) draftNames(page, node, own, (voice) => voice.text(node));
  if (role && concept) draftList(page, node, concept, role);
  const owner = drawbackOwner(node.text);
  if (owner) {
    draftDrawback(page, node, owner, above);
    return;
  }
  const aspect = role === null ? null : node;
  if (concept && role === null && own) nameParts(page, node, own);
  visitAll(page, node.children, { ...under(concept), role: role ?? "statements", aspect });
}

function visitRow(page: Page, node: NoteNode, here: Here): void {
  const concept = page.concepts.at(node) ?? here.concept;
  if (concept) draftRow(page, node, concept);
  else page.leftOut.set(node, "no-concept");
}

function visitItem(page: Page, node: NoteNode, here: Here, siblings: Siblings): void {
  const { text } = node;
  const own = page.concepts.at(node);
  const concept = own ?? here.concept;
  const owner = drawbackOwner(text);
  if (owner) {
    draftDrawback(page, node, owner, here.concept);
    return;
  }
  if (roleOf(text)) {
    visitLabel(page, node, concept);
    return;
  }
  const defined = page.concepts.definedIn(node);
  if (!concept && defined.size === 0) {
    if (!page.leftOut.has(node)) page.leftOut.set(node, "no-concept");
    visitAll(page, node.children, { ...here, concept });
    return;
  }
  const spoken = page.voice.text(node);
  const question = questionOf(spoken);
  if (concept && question) draftQuestion(page, node, concept, question);
  else if (concept && isConditionLabel(node)) draftCondition(page, node, concept);
  else if (concept) visitSentence(page, node, { ...here, concept }, siblings, own);
  else draftOnlyDefinitions(page, node);
}

/** Under no concept, only what defines itself is asked. */
function draftOnlyDefinitions(page: Page, node: NoteNode): void {
  const sentences = sentencesOf(page.voice.text(node));
  for (const at of draftDefinitions(page, node, page.concepts.definedIn(node)))
    page.problems.push({
      file: node.file,
      line: node.line,
      code: "not-on-a-card",
      what: sentences[at] ?? "",
      why: "no-concept",
    });
  visitAll(page, node.children, under(null));
}

/** A generic label: what stands under it belongs to the concept above. */
function visitLabel(page: Page, node: NoteNode, concept: Concept | null): void {
  const role = roleOf(node.text);
  if (!role || node.children.length === 0) {
    report(page, node, "empty-label");
    return;
  }
  if (concept) draftList(page, node, concept, role);
  if (concept && role === "statements") nameMembers(page, node, concept, false);
  visitAll(page, node.children, { ...under(concept), role, aspect: node });
}

function visitSentence(
  page: Page,
  node: NoteNode,
  here: Here & { concept: Concept },
  siblings: Siblings,
  own: Concept | undefined,
): void {
  const { text } = node;
  const { concept } = here;
  const term = termOf(page.voice.text(node));
  const role = term && roleOf(term.term);
  if (term && role) {
    if (!draftInlineList(page, node, concept, role))
      draftStatement(page, node, {
        ...placeOf(page, node, here, siblings, own),
        text: (voice) => termOf(voice.text(node))?.meaning ?? "",
        aspect: isDefinitionLabel(term.term) ? null : (voice) => termOf(voice.text(node))?.term ?? "",
        isOnly: true,
      });
    visitAll(page, node.children, under(concept));
    return;
  }
  if (term && !own && isMeasure(term.meaning)) {
    draftStatement(page, node, {
      ...placeOf(page, node, here, siblings, own),
      text: (voice) => termOf(voice.text(node))?.meaning ?? "",
      aspect: (voice) => termOf(voice.text(node))?.term ?? "",
      isOnly: true,
    });
    return;
  }
  if (term && own) {
    draftTerm(page, node, concept, term.term);
    visitAll(page, node.children, under(concept));
    return;
  }
  const isNamed = hasAlias(text) && !isSentence(text);
  if (isNamed) draftNames(page, node, concept, (voice) => voice.text(node));
  const isMember = here.role === "members" || here.role === "drawbacks" || page.named.has(node);
  if (node.children.length === 0 && (isNamed || isMember) && node.blocks.length === 0) {
    if (isNamed || siblings.haveBodies) report(page, node, "empty-label");
    return;
  }
  if (isNamed || (node.children.length > 0 && !isSentence(text))) {
    visitNamed(page, node, here, own);
    return;
  }
  visitProse(page, node, here, siblings, own);
  visitAll(page, node.children, { ...here, role: "statements" });
}

/** Sentences about the concept above, about what they define themselves, or both. */
function visitProse(
  page: Page,
  node: NoteNode,
  here: Here & { concept: Concept },
  siblings: Siblings,
  own: Concept | undefined,
): void {
  const rest = draftDefinitions(page, node, page.concepts.definedIn(node));
  const asked = rest.slice(0, node.kind === "text" ? mostSentences : rest.length);
  const text = (voice: Voice) => {
    const sentences = sentencesOf(voice.text(node));
    return asked.map((at) => sentences[at] ?? "").join(" ");
  };
  const place = { ...placeOf(page, node, here, siblings, own), text };
  if (asked.length > 0) draftStatement(page, node, place);
  else draftBlanks(page, node, place.concept);
  const bold = page.voice.bold(node);
  const sentences = sentencesOf(page.voice.text(node));
  for (const at of rest.slice(asked.length)) {
    const what = sentences[at] ?? "";
    if (!bold.some((span) => span !== "" && what.includes(span)))
      page.problems.push({
        file: node.file,
        line: node.line,
        code: "not-on-a-card",
        what,
        why: "long-paragraph",
      });
  }
}

/** A label of the author's own, with what it says below it. */
function visitNamed(
  page: Page,
  node: NoteNode,
  here: Here & { concept: Concept },
  own: Concept | undefined,
): void {
  nameMembers(page, node, here.concept, own !== undefined);
  visitAll(page, node.children, {
    ...under(here.concept),
    label: own ? null : node,
    isCause: here.role === "drawbacks" && !own,
  });
}

const placeOf = (
  page: Page,
  node: NoteNode,
  here: Here & { concept: Concept },
  siblings: Siblings,
  own: Concept | undefined,
): Place => ({
  concept: here.concept,
  label: here.label ? (voice) => voice.text(here.label as NoteNode) : null,
  aspect: aspectOf(here.aspect),
  isCause: here.isCause,
  isDefinition: here.aspect !== null || definesItself(page, node, here.concept),
  isNamed: !page.fileConcepts.has(here.concept),
  isFirst: own !== undefined || siblings.first === node,
  isOnly: siblings.leaves === 1 || definesItself(page, node, here.concept),
  text: (voice) => voice.text(node),
  family: page.concepts.familyOf(here.concept.id),
});

/** "X는 …이다" under the heading X. */
function definesItself(page: Page, node: NoteNode, concept: Concept): boolean {
  const subject = definitionOf(sentencesOf(page.voice.text(node))[0] ?? "")?.subject;
  return subject !== undefined && page.concepts.named(subject) === concept;
}

/** A generic label is asked by name, but for those that only announce a definition. */
const aspectOf = (label: NoteNode | null): Place["aspect"] =>
  label === null || isDefinitionLabel(label.text) ? null : (voice) => labelIn(voice, label);
