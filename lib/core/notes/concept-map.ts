/** Decides which concept each heading, label or sentence belongs to: the author's tree first, then the names in the notes. */
import { asId, type ConceptId } from "../ids";
import type { Concept, Lines, LinkKind } from "./course";
import type { ConceptData } from "./course-data";
import {
  drawbackOwner,
  isCondition,
  isMeasure,
  isSentence,
  questionOf,
  type Role,
  roleOf,
  termOf,
} from "./labels";
import { hasAlias, type Names, nameKey, namesOf } from "./names";
import type { NoteNode } from "./note-reader";
import { beginsExample, definitionOf, sentencesOf } from "./sentences";

interface Entry {
  concept: Concept;
  kind: LinkKind;
}

export interface ConceptMap {
  concepts: Concept[];
  kindOf: (id: ConceptId) => LinkKind;
  /** The concept that begins at this node, if one does. */
  at: (node: NoteNode) => Concept | undefined;
  /** The concepts that sentences of this node define, by the number of the sentence from 0. */
  definedIn: (node: NoteNode) => ReadonlyMap<number, Concept>;
  /** The family that the author names for this concept's worked examples. */
  familyOf: (id: ConceptId) => string | undefined;
  named: (name: string) => Concept | undefined;
  byId: (id: string) => Concept | undefined;
}

export const lastLineOf = (node: NoteNode): number => {
  const last = node.children.at(-1);
  return last ? Math.max(node.lastLine, lastLineOf(last)) : node.lastLine;
};

const slugOf = (names: Names): string => {
  const word = names.en ?? names.abbr ?? names.ko ?? "";
  const slug = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  return slug.slice(0, 60).replace(/^-|-$/g, "") || "concept";
};

export interface ConceptInput {
  roots: NoteNode[];
  outline: ConceptData[];
  plain: string[];
  fixSpelling: (text: string) => string;
  /** Whether sentences may name concepts too: an author who gives a tree has said which there are. */
  guesses: boolean;
  twinOf: (node: NoteNode) => NoteNode | undefined;
}

/** Definitions in one paragraph beyond this many make no concepts: that is a glossary without line breaks. */
const mostDefinitions = 6;
const none: ReadonlyMap<number, Concept> = new Map();

/** The name of a file without headings: its own, without folder, language and ending. */
const stemOf = (file: string): string =>
  (file.split("/").at(-1) ?? "").replace(/(?:\.(?:ko|en))?\.md$/, "").replace(/[_-]+/g, " ");

/** Attaches concepts to nodes, in reading order; the same name twice is one concept. */
export function mapConcepts({
  roots,
  outline,
  plain,
  fixSpelling,
  guesses,
  twinOf,
}: ConceptInput): ConceptMap {
  const entries = new Map<string, Entry>();
  const byName = new Map<string, Concept>();
  const byNode = new Map<NoteNode, Concept>();
  const definitions = new Map<NoteNode, ReadonlyMap<number, Concept>>();
  const planned = new Map<string, ConceptData>(outline.map((data) => [data.id, data]));
  const copies = new Map<string, number>();
  const groupingOnly = new Set(plain.map(nameKey));
  const exact = new Map<string, ConceptData>();
  const prefixes: [string, ConceptData][] = [];
  const outlineName = new Map<string, ConceptData>();
  for (const data of outline) {
    for (const anchor of data.at)
      if (anchor.endsWith("…")) prefixes.push([anchor.slice(0, -1), data]);
      else exact.set(anchor, data);
    for (const name of Object.values(trimNames(data.names))) outlineName.set(nameKey(name), data);
  }

  const add = (
    id: string,
    names: Names,
    parent: ConceptId | null,
    kind: LinkKind,
    node: NoteNode,
  ): Concept => {
    const known = entries.get(id)?.concept;
    if (known) return known;
    const lines: Lines = [node.line, lastLineOf(node)];
    const concept: Concept = { id: asId<ConceptId>(id), names, parent, file: node.file, lines };
    entries.set(id, { concept, kind });
    for (const name of Object.values(names))
      if (!byName.has(nameKey(name))) byName.set(nameKey(name), concept);
    return concept;
  };

  const fromOutline = (data: ConceptData, node: NoteNode): Concept =>
    add(data.id, trimNames(data.names), data.parent as ConceptId | null, data.kind ?? "part-of", node);

  const fromNames = (names: Names, parent: Concept | null, kind: LinkKind, node: NoteNode): Concept => {
    const keys = Object.values(names).map(nameKey);
    const planned = keys.map((key) => outlineName.get(key)).find((data) => data !== undefined);
    if (planned) return fromOutline(planned, node);
    const known = keys.map((key) => byName.get(key)).find((concept) => concept !== undefined);
    if (known) {
      Object.assign(known.names, { ...names, ...known.names });
      for (const key of keys) if (!byName.has(key)) byName.set(key, known);
      return known;
    }
    const slug = slugOf(names);
    let copy = copies.get(slug) ?? 1;
    while (entries.has(copy === 1 ? slug : `${slug}-${copy}`)) copy += 1;
    copies.set(slug, copy);
    return add(copy === 1 ? slug : `${slug}-${copy}`, names, parent?.id ?? null, kind, node);
  };

  const claim = (
    node: NoteNode,
    parent: Concept | null,
    role: Role | null,
    isTitle: boolean,
  ): Concept | undefined => {
    const data = exact.get(node.text) ?? prefixes.find(([start]) => node.text.startsWith(start))?.[1];
    if (data) return fromOutline(data, node);
    const kind: LinkKind = role === "members" ? "kind-of" : "part-of";
    const text = fixSpelling(node.text);
    if (node.kind === "heading") {
      const isBareTitle =
        isTitle && node.children.every((child) => child.kind !== "item" && child.kind !== "row");
      if (
        isBareTitle ||
        text === "" ||
        roleOf(text) ||
        drawbackOwner(text) ||
        groupingOnly.has(nameKey(text))
      )
        return undefined;
      return fromNames(namesOf(text), parent, kind, node);
    }
    if (node.kind === "row")
      return node.isNamed && isName(text) ? fromNames(namesOf(text), parent, "part-of", node) : undefined;
    if (node.kind !== "item") return undefined;
    if (hasAlias(text) && !isSentence(text) && questionOf(text) === null)
      return fromNames(namesOf(text), parent, kind, node);
    const term = termOf(text);
    const isGeneric =
      term && (roleOf(term.term) !== null || isCondition(term.term) || isMeasure(term.meaning));
    return term && !isGeneric ? fromNames(namesOf(term.term), parent, kind, node) : undefined;
  };

  const visit = (node: NoteNode, parent: Concept | null, role: Role | null, isTitle: boolean): void => {
    const own = node.kind === "root" ? undefined : claim(node, parent, role, isTitle);
    if (own) byNode.set(node, own);
    // Under a label such as 정의 a sentence is about the concept of the label, whatever it begins with.
    const isAboutParent = role !== null && parent !== null;
    if (guesses && !own && !isAboutParent && (node.kind === "item" || node.kind === "text"))
      define(node, parent);
    const title = titleOf(node);
    const inner = node.kind === "item" || node.kind === "heading" ? roleOf(node.text) : null;
    for (const child of node.children) visit(child, own ?? parent, inner, child === title);
  };
  /** Each sentence that says what something is makes that a concept, unless it is the one it stands under. */
  const define = (node: NoteNode, parent: Concept | null): void => {
    if (node.children.length > 0 && !isSentence(node.text)) return;
    const found = new Map<number, Concept>();
    for (const [at, sentence] of sentencesOf(fixSpelling(node.text)).entries()) {
      if (beginsExample(sentence) || found.size === mostDefinitions) break;
      const definition = definitionOf(sentence);
      if (!definition) continue;
      const names = namesOf(definition.subject);
      const isParent = Object.values(names).some((name) => parent && byName.get(nameKey(name)) === parent);
      if (!isParent) found.set(at, fromNames(names, parent, "part-of", node));
    }
    if (found.size > 0) definitions.set(node, found);
  };

  for (const root of roots) {
    const hasNoHeading = root.children.length > 0 && root.children.every((child) => child.kind !== "heading");
    const file =
      guesses && hasNoHeading && stemOf(root.file) !== ""
        ? fromNames(namesOf(stemOf(root.file)), null, "part-of", root)
        : null;
    if (file) byNode.set(root, file);
    visit(root, file, null, false);
  }
  for (const [node, concept] of byNode) {
    const twin = twinOf(node);
    const label = twin && (termOf(fixSpelling(twin.text))?.term ?? fixSpelling(twin.text));
    if (twin && label && !planned.has(concept.id)) concept.names = { ...namesOf(label), ...concept.names };
  }

  for (const { concept } of entries.values()) {
    let parent: string | null = concept.parent;
    for (let steps = 0; parent && !entries.has(parent) && steps <= outline.length; steps += 1)
      parent = planned.get(parent)?.parent ?? null;
    concept.parent = parent && entries.has(parent) && parent !== concept.id ? asId<ConceptId>(parent) : null;
  }

  return {
    concepts: [...entries.values()].map((entry) => entry.concept),
    kindOf: (id) => entries.get(id)?.kind ?? "part-of",
    at: (node) => byNode.get(node),
    definedIn: (node) => definitions.get(node) ?? none,
    familyOf: (id) => planned.get(id)?.family,
    named: (name) =>
      byName.get(nameKey(fixSpelling(name))) ?? byName.get(nameKey(namesOf(fixSpelling(name)).ko ?? "")),
    byId: (id) => entries.get(id)?.concept,
  };
}

/** A row's first cell names something unless it is a bare number or a sentence. */
const isName = (text: string): boolean =>
  text !== "" && text.length <= 60 && /\p{L}/u.test(text) && !/[.!?。]$/.test(text);

const trimNames = (names: ConceptData["names"]): Names => ({
  ...(names.ko === undefined ? {} : { ko: names.ko }),
  ...(names.en === undefined ? {} : { en: names.en }),
  ...(names.abbr === undefined ? {} : { abbr: names.abbr }),
});

/** The only heading of level 1, when others stand below it, is the title of the file and no concept. */
export const titleOf = (root: NoteNode): NoteNode | undefined => {
  const tops =
    root.kind === "root"
      ? root.children.filter((child) => child.kind === "heading" && child.depth === 1)
      : [];
  const isTitle =
    tops.length === 1 &&
    (root.children.length > 1 || tops[0]?.children.some((child) => child.kind === "heading"));
  return isTitle ? tops[0] : undefined;
};
