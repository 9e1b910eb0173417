/** Walks a note and decides which rule of content/README.md each heading, label and sentence falls under. */
import type { Locale } from "../text";
import { type ConceptMap, lastLineOf, titleOf } from "./concept-map";
import type { CorrectedLines } from "./corrections";
import { errorOn } from "./corrections";
import type { Concept, Link } from "./course";
import type { Draft } from "./draft";
import { draftNames } from "./draft-names";
import { draftStatement } from "./draft-statements";
import { drawbackOwner, isCondition, isSentence, questionOf, type Role, roleOf, termOf } from "./labels";
import { hasAlias, shownName } from "./names";
import type { NoteNode } from "./parse-note";
import type { Problem } from "./problems";
import { wordings } from "./wording";

export interface Drafted {
  drafts: Draft[];
  links: Link[];
  problems: Problem[];
}

interface Walk {
  locale: Locale;
  concepts: ConceptMap;
  corrected: CorrectedLines;
  fixSpelling: (text: string) => string;
}

interface Here {
  concept: Concept | null;
  role: Role;
  /** The text of a named label above, when it is no concept of its own. */
  label: string | null;
  isCause: boolean;
}

/** What an item needs to know of the list it stands in. */
interface Siblings {
  first: NoteNode | undefined;
  leaves: number;
  haveBodies: boolean;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step);

export function draftCards(root: NoteNode, walk: Walk): Drafted {
  const { locale, concepts, corrected, fixSpelling } = walk;
  const say = wordings[locale];
  const drafts: Draft[] = [];
  const links: Link[] = [];
  const problems: Problem[] = [];
  const nameOf = (concept: Concept) => shownName(concept.names, locale);
  const report = (node: NoteNode, code: Problem["code"]) =>
    problems.push({ file: node.file, line: node.line, code, what: node.text });
  const wordsOf = (nodes: NoteNode[]): string => nodes.map((node) => fixSpelling(node.text)).join("\n");
  const isWrong = (node: NoteNode, cited: number[]) => errorOn(corrected, node.file, cited) !== undefined;

  /** R4, and R6 where the members are weak points: name all of them. */
  function draftList(label: NoteNode, concept: Concept, role: Role): void {
    const members = label.children;
    const first = members[0];
    if (!first || role === "statements" || role === "terms") return;
    const isDrawback = role === "drawbacks" && members.every((member) => member.children.length === 0);
    if (members.length < 2 && !isDrawback) return;
    const back =
      members.length === 1
        ? fixSpelling(first.text)
        : members.map((member, at) => `${at + 1}. ${fixSpelling(member.text)}`).join("\n");
    const cited = members.map((member) => member.line);
    const word = fixSpelling(label.text);
    drafts.push({
      concept,
      rule: isDrawback ? "R6" : "R4",
      direction: isDrawback ? "drawback" : "all",
      front: isDrawback
        ? say.drawback(nameOf(concept), word, members.length)
        : say.nameAll(nameOf(concept), word, members.length),
      back,
      file: label.file,
      at: label.line,
      cited,
      words: word,
      isWrong: isWrong(label, cited),
    });
  }

  /** R6: "X의 단점" under another method's heading asks for the weak point of X, and for the method that answers it. */
  function draftDrawback(label: NoteNode, owner: string, enclosing: Concept | null): void {
    if (label.children.length === 0) {
      report(label, "empty-label");
      return;
    }
    const named = concepts.named(owner);
    if (!named) problems.push({ file: label.file, line: label.line, code: "unknown-concept", what: owner });
    const concept = named ?? enclosing;
    if (!concept) return;
    const cited = label.children.map((child) => child.line);
    const isError = isWrong(label, [label.line, ...cited]);
    const base = {
      concept,
      rule: "R6" as const,
      file: label.file,
      at: label.line,
      cited,
      words: fixSpelling(label.text),
      isWrong: isError,
    };
    const joined = label.children.map((child) => fixSpelling(child.text));
    const isOneSentence = joined.length > 1 && /(?:때|고|며|면|지만|,)$/.test(joined[0] ?? "");
    const back =
      isOneSentence || joined.length === 1
        ? joined.join(" ")
        : joined.map((text, at) => `${at + 1}. ${text}`).join("\n");
    const word = locale === "ko" ? "단점" : "drawbacks";
    drafts.push({
      ...base,
      direction: "drawback",
      front: say.drawback(nameOf(concept), word, isOneSentence ? 1 : joined.length),
      back,
    });
    if (!enclosing || enclosing === concept) return;
    drafts.push({
      ...base,
      direction: "remedy",
      front: say.remedy(nameOf(concept), joined.join(" ")),
      back: nameOf(enclosing),
    });
    const error = errorOn(corrected, label.file, [label.line, ...cited]);
    const line = { file: label.file, line: label.line };
    const isDisputed = error !== undefined && errorOn(corrected, label.file, [label.line]) !== undefined;
    links.push({
      from: enclosing.id,
      to: concept.id,
      kind: isDisputed ? "disputed" : "remedies",
      ...line,
      ...(isDisputed ? { correction: error.id } : {}),
    });
  }

  function draftItem(node: NoteNode, here: Here, siblings: Siblings): void {
    const text = node.text;
    const own = concepts.at(node);
    const concept = own ?? here.concept;
    const owner = drawbackOwner(text);
    if (owner) {
      draftDrawback(node, owner, here.concept);
      return;
    }
    const role = roleOf(text);
    if (role) {
      if (node.children.length === 0) {
        report(node, "empty-label");
        return;
      }
      if (concept) draftList(node, concept, role);
      visitAll(node.children, { concept, role, label: null, isCause: false });
      return;
    }
    if (!concept) {
      visitAll(node.children, { ...here, concept });
      return;
    }
    const base = { concept, file: node.file, at: node.line };
    const question = questionOf(fixSpelling(text));
    if (question) {
      if (node.children.length === 0) {
        report(node, "empty-label");
        return;
      }
      const cited = range(node.line, lastLineOf(node));
      const back = wordsOf(node.children);
      drafts.push({
        ...base,
        rule: "R8",
        direction: "answer",
        front: question,
        back,
        cited,
        words: question,
        isWrong: isWrong(node, cited),
      });
      return;
    }
    if (node.children.length > 0 && isCondition(text)) {
      const cited = range(node.line, lastLineOf(node));
      const front = say.condition(nameOf(concept), fixSpelling(text));
      const back = wordsOf(node.children);
      drafts.push({
        ...base,
        rule: "R7",
        direction: "condition",
        front,
        back,
        cited,
        words: text,
        isWrong: isWrong(node, cited),
      });
      return;
    }
    const term = termOf(fixSpelling(text));
    if (term && own) {
      const bad = isWrong(node, [node.line]);
      const shared = { ...base, rule: "R5" as const, cited: [node.line], words: term.term, isWrong: bad };
      drafts.push({ ...shared, direction: "meaning", front: say.meaning(term.term), back: term.meaning });
      drafts.push({ ...shared, direction: "term", front: say.whichConcept(term.meaning), back: term.term });
      visitAll(node.children, { concept, role: "statements", label: null, isCause: false });
      return;
    }
    const isNamed = hasAlias(text) && !isSentence(text);
    if (isNamed) drafts.push(...draftNames(node, concept, locale, fixSpelling));
    const isMember = here.role === "members" || here.role === "drawbacks";
    if (node.children.length === 0 && (isNamed || isMember)) {
      if (isNamed || siblings.haveBodies) report(node, "empty-label");
      return;
    }
    if (isNamed || (node.children.length > 0 && !isSentence(text))) {
      const label = own ? null : fixSpelling(text);
      visitAll(node.children, {
        concept,
        role: "statements",
        label,
        isCause: here.role === "drawbacks" && !own,
      });
      return;
    }
    const place = {
      concept,
      label: here.label,
      isCause: here.isCause,
      isFirst: own !== undefined || siblings.first === node,
      isOnly: siblings.leaves === 1,
    };
    drafts.push(...draftStatement(node, place, { locale, corrected, fixSpelling, nameOf }));
    visitAll(node.children, { ...here, concept, role: "statements" });
  }

  function visitAll(nodes: NoteNode[], here: Here): void {
    const items = nodes.filter((node) => node.kind !== "heading");
    const leaves = items.filter((item) => item.children.length === 0).length;
    const siblings = { first: items[0], leaves, haveBodies: leaves < items.length };
    for (const node of nodes)
      if (node.kind === "heading") visitHeading(node, here.concept);
      else draftItem(node, here, siblings);
  }

  function visitHeading(node: NoteNode, above: Concept | null): void {
    const own = concepts.at(node);
    const role = roleOf(node.text);
    const concept = own ?? above;
    if (node.children.length === 0) report(node, "empty-label");
    if (own && hasAlias(node.text)) drafts.push(...draftNames(node, own, locale, fixSpelling));
    if (role && concept) draftList(node, concept, role);
    const owner = drawbackOwner(node.text);
    if (owner) {
      draftDrawback(node, owner, above);
      return;
    }
    visitAll(node.children, { concept, role: role ?? "statements", label: null, isCause: false });
  }

  const title = titleOf(root);
  for (const child of root.children)
    if (child === title)
      visitAll(
        child.children.filter((inner) => inner.kind === "heading"),
        { concept: null, role: "statements", label: null, isCause: false },
      );
    else visitAll([child], { concept: null, role: "statements", label: null, isCause: false });
  return { drafts, links, problems };
}
