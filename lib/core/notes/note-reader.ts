/** Builds the tree of a note from its lines, one call per line; every open heading and item is on a stack. */
import type { Image } from "./course";
import { cleanInline } from "./inline";
import { isLabelText, questionOf } from "./labels";
import type { Problem } from "./problems";

export interface Cell {
  /** The words of the column's header. */
  head: string;
  text: string;
}

export interface NoteNode {
  kind: "root" | "heading" | "item" | "text" | "row";
  /** Without marks of emphasis, links and pictures. A row's text is its first cell. */
  text: string;
  bold: string[];
  /** Heading level, or the column of a list mark. */
  depth: number;
  file: string;
  line: number;
  lastLine: number;
  children: NoteNode[];
  images: Image[];
  /** Code and displayed maths that belong to the words above them, as written. */
  blocks: string[];
  /** Whether its list mark was a number. */
  isOrdered: boolean;
  /** A table row's further cells. */
  cells: Cell[];
  /** Whether the row's first column has a header: rows under none compare what stands in the other columns. */
  isNamed: boolean;
}

/** Deeper lists than this are read as one level; no person nests so far. */
export const mostNesting = 32;
/** A longer line above a list is a paragraph. */
const longestLabel = 120;
/** More columns than this are a data set, not a table to learn. */
export const mostColumns = 12;

export class NoteReader {
  readonly problems: Problem[] = [];
  readonly root: NoteNode;
  private readonly headings: NoteNode[];
  private items: NoteNode[] = [];
  private open: NoteNode | null = null;
  private last: NoteNode | null = null;
  private readonly reportedOnce = new Set<Problem["code"]>();

  constructor(private readonly file: string) {
    this.root = this.bare("root", 0, 1);
    this.headings = [this.root];
  }

  private bare(kind: NoteNode["kind"], depth: number, line: number): NoteNode {
    const { file } = this;
    const empty = { bold: [], children: [], images: [], blocks: [], cells: [] };
    return { kind, text: "", depth, file, line, lastLine: line, isOrdered: false, isNamed: false, ...empty };
  }

  report(line: number, code: Problem["code"], what = ""): void {
    this.problems.push({ file: this.file, line, code, what });
  }

  private reportOnce(line: number, code: Problem["code"], what = ""): void {
    if (!this.reportedOnce.has(code)) this.report(line, code, what);
    this.reportedOnce.add(code);
  }

  private node(kind: NoteNode["kind"], raw: string, depth: number, line: number): NoteNode {
    const { text, bold, images, hasRefusedImage, isUnclosedBold } = cleanInline(raw);
    if (isUnclosedBold) this.report(line, "unclosed-bold", raw);
    if (hasRefusedImage) this.report(line, "image");
    if (text.includes("\ufffd")) this.reportOnce(line, "broken-text", text);
    if (!text.includes("$") && text.split("(").length > text.split(")").length)
      this.report(line, "unclosed-parenthesis", raw);
    return { ...this.bare(kind, depth, line), text, bold, images };
  }

  private section(): NoteNode {
    return this.headings.at(-1) ?? this.root;
  }

  private put(node: NoteNode, parent: NoteNode): void {
    parent.children.push(node);
    this.open = node;
    this.last = node;
  }

  heading(raw: string, level: number, line: number): void {
    const node = this.node("heading", raw, level, line);
    this.enter(node);
  }

  private enter(node: NoteNode): void {
    while ((this.headings.at(-1)?.depth ?? 0) >= node.depth) this.headings.pop();
    const parent = this.section();
    if (node.depth > parent.depth + 1 && parent !== this.root)
      this.report(node.line, "heading-jump", node.text);
    this.put(node, parent);
    this.headings.push(node);
    this.items = [];
    this.open = null;
  }

  /** A line of = or - under a line of text makes that text a heading; elsewhere it only separates. */
  underline(level: number): void {
    const title = this.open;
    const isTitle =
      title?.kind === "text" && title.line === title.lastLine && this.section().children.at(-1) === title;
    if (!title || !isTitle) {
      this.blank();
      return;
    }
    this.section().children.pop();
    this.enter({ ...title, kind: "heading", depth: level });
  }

  item(raw: string, indent: number, line: number, isOrdered: boolean): void {
    const node = { ...this.node("item", raw, indent, line), isOrdered };
    this.adopt(indent, line);
    let closed: NoteNode | undefined;
    while ((this.items.at(-1)?.depth ?? -1) >= indent) closed = this.items.pop();
    if (closed && closed.depth > indent) this.report(line, "indent", raw);
    if (this.items.length >= mostNesting) {
      this.reportOnce(line, "too-deep", raw);
      this.items.length = mostNesting - 1;
    }
    this.put(node, this.items.at(-1) ?? this.section());
    this.items.push(node);
  }

  /** A short line or a question above a list, with one empty line between at most, is the label of that list. */
  private adopt(indent: number, line: number): void {
    const above = this.last;
    if (above?.kind !== "text" || above.lastLine < line - 2 || above.text.length > longestLabel) return;
    if (!isLabelText(above.text) && questionOf(above.text) === null && !/[:：]$/.test(above.text)) return;
    above.kind = "item";
    above.depth = indent - 1;
    this.items = [...this.items.filter((item) => item.depth < above.depth), above];
  }

  /** A line without a mark continues the sentence above it, or is the body of the label above it. */
  plain(raw: string, indent: number, line: number): void {
    const above = this.open;
    if (above && above.kind === "item" && indent > above.depth && isLabelText(above.text)) {
      this.report(line, "unmarked-line", above.text);
      this.put(this.node("item", raw, indent, line), above);
      return;
    }
    if (above) {
      const more = this.node(above.kind, raw, above.depth, line);
      above.text += ` ${more.text}`;
      above.bold.push(...more.bold);
      above.images.push(...more.images);
      above.lastLine = line;
      return;
    }
    while ((this.items.at(-1)?.depth ?? -1) >= indent) this.items.pop();
    this.put(this.node("text", raw, indent, line), this.holder(indent));
  }

  private holder(indent: number): NoteNode {
    return this.items.findLast((candidate) => Math.max(candidate.depth, 0) < indent) ?? this.section();
  }

  /** ": meaning" under a line of text: the line is a term, this is what it means. */
  meaning(raw: string, indent: number, line: number): void {
    const term = this.open;
    if (term?.kind !== "text" || term.line !== term.lastLine) {
      this.plain(raw, indent, line);
      return;
    }
    const { text, bold, images } = this.node("text", raw, indent, line);
    term.kind = "item";
    term.text = `${term.text} : ${text}`;
    term.bold = bold;
    term.images.push(...images);
    term.lastLine = line;
  }

  row(heads: readonly string[], cells: readonly string[], indent: number, line: number): void {
    const [first = "", ...rest] = cells.slice(0, mostColumns);
    if (cells.length > mostColumns) this.reportOnce(line, "wide-table", first);
    const node = { ...this.node("row", first, indent, line), isNamed: (heads[0] ?? "") !== "" };
    for (const [at, raw] of rest.entries()) {
      const { text, images } = this.node("row", raw, indent, line);
      node.images.push(...images);
      if (text !== "") node.cells.push({ head: cleanInline(heads[at + 1] ?? "").text, text });
    }
    this.put(node, this.holder(indent));
    this.open = null;
  }

  /** Code or displayed maths. It belongs to the words above it; maths right under a heading speaks for itself. */
  block(text: string, isMaths: boolean, indent: number, line: number, lastLine: number): void {
    const { last } = this;
    if (last && !(isMaths && last.kind === "heading")) {
      last.blocks.push(text);
      if (last.kind !== "heading") last.lastLine = lastLine;
    } else if (isMaths) {
      const node = this.bare("text", indent, line);
      this.put({ ...node, text, lastLine }, this.holder(indent));
    }
    this.open = null;
  }

  /** A line of nothing but pictures: kept ones belong to the words above them. */
  image(raw: string, line: number): void {
    const { images } = this.node("text", raw, 0, line);
    this.last?.images.push(...images);
    this.open = null;
  }

  blank(): void {
    this.open = null;
  }
}
