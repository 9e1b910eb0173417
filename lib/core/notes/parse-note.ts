/** Reads the lines of a Markdown note into a tree of headings, list items and sentences, one pass, linear in its size. */
import { cleanInline, isImageLine } from "./inline";
import { isLabelText } from "./labels";
import type { Problem } from "./problems";

export interface NoteNode {
  kind: "root" | "heading" | "item" | "text";
  /** Without marks of emphasis, links and pictures. */
  text: string;
  bold: string[];
  /** Heading level, or the column of a list mark. */
  depth: number;
  file: string;
  line: number;
  lastLine: number;
  children: NoteNode[];
}

export interface ParsedNote {
  root: NoteNode;
  problems: Problem[];
  /** Every line as the rules see it: NFC, without control characters. */
  lines: string[];
}

const controlCharacters = /(?![\t\n])[\p{Cc}\u200b\ufeff]/gu;

/** The lines of a file in one normal form, so that an invisible character never changes a card. */
export const linesOf = (text: string): string[] =>
  text.replace(/\r\n?/g, "\n").replace(controlCharacters, "").normalize("NFC").split("\n");

const indentOf = (line: string): number => {
  let column = 0;
  for (const sign of line) {
    if (sign === " ") column += 1;
    else if (sign === "\t") column += 4 - (column % 4);
    else break;
  }
  return column;
};

const listMark = /^(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$)/;
const headingMark = /^#{1,6}(?=[ \t]|$)/;
const tightHeading = /^#{1,6}(?=[^#\s!])/;
const fenceMark = /^(?:`{3,}|~{3,})/;

class NoteReader {
  readonly problems: Problem[] = [];
  readonly root: NoteNode;
  private readonly headings: NoteNode[];
  private items: NoteNode[] = [];
  private open: NoteNode | null = null;

  constructor(private readonly file: string) {
    this.root = { kind: "root", text: "", bold: [], depth: 0, file, line: 1, lastLine: 1, children: [] };
    this.headings = [this.root];
  }

  private report(line: number, code: Problem["code"], what = ""): void {
    this.problems.push({ file: this.file, line, code, what });
  }

  private node(kind: NoteNode["kind"], raw: string, depth: number, line: number): NoteNode {
    const { text, bold, isUnclosedBold } = cleanInline(raw);
    if (isUnclosedBold) this.report(line, "unclosed-bold", raw);
    if (text.split("(").length > text.split(")").length) this.report(line, "unclosed-parenthesis", raw);
    return { kind, text, bold, depth, file: this.file, line, lastLine: line, children: [] };
  }

  private section(): NoteNode {
    return this.headings.at(-1) ?? this.root;
  }

  heading(raw: string, level: number, line: number): void {
    const node = this.node("heading", raw, level, line);
    while ((this.headings.at(-1)?.depth ?? 0) >= level) this.headings.pop();
    const parent = this.section();
    if (level > parent.depth + 1 && parent !== this.root) this.report(line, "heading-jump", raw);
    parent.children.push(node);
    this.headings.push(node);
    this.items = [];
    this.open = null;
  }

  item(raw: string, indent: number, line: number): void {
    const node = this.node("item", raw, indent, line);
    let closed: NoteNode | undefined;
    while ((this.items.at(-1)?.depth ?? -1) >= indent) closed = this.items.pop();
    if (closed && closed.depth > indent) this.report(line, "indent", raw);
    (this.items.at(-1) ?? this.section()).children.push(node);
    this.items.push(node);
    this.open = node;
  }

  /** A line without a mark continues the sentence above it, or is the body of the label above it. */
  plain(raw: string, indent: number, line: number): void {
    const above = this.open;
    if (above && above.kind === "item" && indent > above.depth && isLabelText(above.text)) {
      this.report(line, "unmarked-line", above.text);
      const body = this.node("item", raw, indent, line);
      above.children.push(body);
      this.open = body;
      return;
    }
    if (above) {
      const more = this.node(above.kind, raw, above.depth, line);
      above.text += ` ${more.text}`;
      above.bold.push(...more.bold);
      above.lastLine = line;
      return;
    }
    const node = this.node("text", raw, indent, line);
    const item = this.items.findLast((candidate) => candidate.depth < indent);
    (item ?? this.section()).children.push(node);
    this.open = node;
  }

  blank(): void {
    this.open = null;
  }

  image(line: number): void {
    this.report(line, "image");
    this.open = null;
  }

  unclosed(line: number): void {
    this.report(line, "unclosed-fence");
  }

  tight(raw: string, line: number): void {
    this.report(line, "heading-space", raw);
  }
}

/** A heading may close with as many # as it likes. */
const trimHeading = (raw: string): string => {
  const text = raw.trim();
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "#") end -= 1;
  return end < text.length && (end === 0 || /\s/.test(text.charAt(end - 1)))
    ? text.slice(0, end).trim()
    : text;
};

/** Parses one file. Nothing is thrown: what is broken is listed, what can be read is read. */
export function parseNote(file: string, text: string): ParsedNote {
  const reader = new NoteReader(file);
  const lines = linesOf(text);
  let fence: { mark: string; line: number } | null = null;
  let isFrontMatter = lines[0]?.trim() === "---" && lines.indexOf("---", 1) > 0;
  for (const [index, full] of lines.entries()) {
    const line = index + 1;
    const body = full.trim();
    if (isFrontMatter) {
      if (index > 0 && body === "---") isFrontMatter = false;
      continue;
    }
    const mark = fenceMark.exec(body)?.[0];
    if (fence) {
      if (mark?.startsWith(fence.mark)) fence = null;
      continue;
    }
    if (mark) {
      fence = { mark: mark.slice(0, 3), line };
      continue;
    }
    const isSkipped = /^(?:<!--|\|)/.test(body) || /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/.test(body);
    const hashes = headingMark.exec(body)?.[0] ?? tightHeading.exec(body)?.[0];
    const bullet = listMark.exec(body)?.[0];
    if (body === "" || isSkipped) reader.blank();
    else if (isImageLine(body)) reader.image(line);
    else if (hashes && indentOf(full) < 4) {
      if (!headingMark.test(body)) reader.tight(body, line);
      reader.heading(trimHeading(body.slice(hashes.length)), hashes.length, line);
    } else if (bullet) reader.item(body.slice(bullet.length), indentOf(full), line);
    else reader.plain(body, indentOf(full), line);
  }
  const open = fence as { line: number } | null;
  if (open) reader.unclosed(open.line);
  return { root: reader.root, problems: reader.problems, lines };
}
