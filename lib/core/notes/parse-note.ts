/** Reads the lines of a Markdown note into a tree of headings, list items, rows and sentences, one pass, linear in its size. */
import { dropScripts, isImageLine } from "./inline";
import { type NoteNode, NoteReader } from "./note-reader";
import type { Problem } from "./problems";
import { cellsOf, isTableRule } from "./table-lines";

export type { NoteNode } from "./note-reader";

export interface ParsedNote {
  root: NoteNode;
  problems: Problem[];
  /** Every line as the rules see it: NFC, without control characters. */
  lines: string[];
}

const controlCharacters = /(?![\t\n])[\p{Cc}\u200b\ufeff]/gu;
const loneSurrogate = /\p{Cs}/gu;

/** The lines of a file in one normal form, so that an invisible character never changes a card. */
export const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(controlCharacters, "")
    .replace(loneSurrogate, "\ufffd")
    .normalize("NFC")
    .split("\n");

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
const taskBox = /^\[[ xX]\][ \t]+/;
const quoteMark = /^(?:>[ \t]?)+/;
const headingMark = /^#{1,6}(?=[ \t]|$)/;
const tightHeading = /^#{1,6}(?=[^#\s!])/;
const fenceMark = /^(?:`{3,}|~{3,})/;
const separator = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]+){2,}-)$/;

/** A heading may close with as many # as it likes. */
const trimHeading = (raw: string): string => {
  const text = raw.trim();
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "#") end -= 1;
  return end < text.length && (end === 0 || /\s/.test(text.charAt(end - 1)))
    ? text.slice(0, end).trim()
    : text;
};

/** Where the front matter of a file ends, 0 without one. */
const frontMatterEnd = (lines: readonly string[]): number =>
  lines[0]?.trim() === "---" ? lines.indexOf("---", 1) + 1 : 0;

/** What ends a part that is not read line by line, and where the last such end stands. */
interface Ends {
  comment: number;
  script: number;
  style: number;
  maths: number;
}

const endsOf = (lines: readonly string[]): Ends => ({
  comment: lines.findLastIndex((line) => line.includes("-->")),
  script: lines.findLastIndex((line) => line.toLowerCase().includes("</script")),
  style: lines.findLastIndex((line) => line.toLowerCase().includes("</style")),
  maths: lines.findLastIndex((line) => line.trimEnd().endsWith("$$")),
});

class LineLoop {
  private readonly reader: NoteReader;
  private readonly ends: Ends;

  constructor(
    file: string,
    private readonly lines: readonly string[],
  ) {
    this.reader = new NoteReader(file);
    this.ends = endsOf(lines);
  }

  run(): NoteReader {
    for (let at = frontMatterEnd(this.lines); at < this.lines.length; ) at = this.read(at);
    return this.reader;
  }

  /** Reads what starts at this line and gives the line that comes after it. */
  private read(at: number): number {
    const full = this.lines[at] ?? "";
    const body = full.trim();
    const indent = indentOf(full);
    if (body === "") this.reader.blank();
    else {
      const next =
        this.fence(at, body, indent) ??
        this.hidden(at, body) ??
        this.maths(at, body, indent) ??
        this.table(at, body, indent);
      if (next !== undefined) return next;
      this.line(full.includes(">") ? body.replace(quoteMark, "").trim() : body, indent, at + 1);
    }
    return at + 1;
  }

  private fence(at: number, body: string, indent: number): number | undefined {
    const mark = fenceMark.exec(body)?.[0].slice(0, 3);
    if (mark === undefined) return undefined;
    const isEnd = (line: string) => fenceMark.exec(line.trim())?.[0].startsWith(mark);
    let end = at + 1;
    while (end < this.lines.length && !isEnd(this.lines[end] ?? "")) end += 1;
    if (end === this.lines.length) this.reader.report(at + 1, "unclosed-fence");
    const inner = this.lines.slice(at + 1, end).map((line) => line.slice(Math.min(indent, indentOf(line))));
    this.reader.block([body, ...inner, mark].join("\n"), false, indent, at + 1, end + 1);
    return end + 1;
  }

  /** Comments, scripts and styles over several lines are no text. One that never ends hides nothing. */
  private hidden(at: number, body: string): number | undefined {
    const start = /^<(!--|script\b|style\b)/i.exec(body)?.[1]?.toLowerCase();
    if (start === undefined) return undefined;
    const [last, mark] =
      start === "!--"
        ? [this.ends.comment, "-->"]
        : start === "script"
          ? [this.ends.script, "</script"]
          : [this.ends.style, "</style"];
    if (last < at) return undefined;
    let end = at;
    while (!this.lines[end]?.toLowerCase().includes(mark)) end += 1;
    const closing = this.lines[end] ?? "";
    const close = closing.toLowerCase().lastIndexOf(mark);
    const rest = end === at && start !== "!--" ? dropScripts(body) : closing.slice(close + mark.length);
    const words = rest.replace(/^\s*>/, "").trim();
    if (words !== "") this.line(words, 0, end + 1);
    else this.reader.blank();
    return end + 1;
  }

  private maths(at: number, body: string, indent: number): number | undefined {
    if (!body.startsWith("$$")) return undefined;
    if (body.length > 4 && body.endsWith("$$") && !body.slice(2, -2).includes("$$")) {
      this.reader.block(body, true, indent, at + 1, at + 1);
      return at + 1;
    }
    if (body.slice(2).includes("$$") || this.ends.maths <= at) return undefined;
    let end = at + 1;
    while (!this.lines[end]?.trimEnd().endsWith("$$")) end += 1;
    const text = this.lines.slice(at, end + 1).map((line) => line.trim());
    this.reader.block(text.join("\n"), true, indent, at + 1, end + 1);
    return end + 1;
  }

  private table(at: number, body: string, indent: number): number | undefined {
    if (!body.includes("|") || !isTableRule(this.lines[at + 1] ?? "")) return undefined;
    const heads = cellsOf(body);
    let end = at + 2;
    for (; this.lines[end]?.includes("|"); end += 1)
      this.reader.row(heads, cellsOf(this.lines[end] ?? ""), indent, end + 1);
    return end;
  }

  private line(body: string, indent: number, line: number): void {
    const { reader } = this;
    if (isImageLine(body)) {
      reader.image(body, line);
      return;
    }
    const hashes = headingMark.exec(body)?.[0] ?? tightHeading.exec(body)?.[0];
    if (hashes && indent < 4) {
      if (!headingMark.test(body)) reader.report(line, "heading-space", body);
      reader.heading(trimHeading(body.slice(hashes.length)), hashes.length, line);
      return;
    }
    if (/^(?:={3,}|-{3,})$/.test(body)) reader.underline(body.startsWith("=") ? 1 : 2);
    else if (body.length < 200 && separator.test(body)) reader.blank();
    else {
      const bullet = listMark.exec(body)?.[0];
      const meaning = /^:[ \t]+/.exec(body)?.[0];
      if (bullet)
        reader.item(body.slice(bullet.length).replace(taskBox, ""), indent, line, /^\d/.test(bullet));
      else if (meaning) reader.meaning(body.slice(meaning.length), indent, line);
      else reader.plain(body, indent, line);
    }
  }
}

/** Parses one file. Nothing is thrown: what is broken is listed, what can be read is read. */
export function parseNote(file: string, text: string): ParsedNote {
  const lines = linesOf(text);
  const { root, problems } = new LineLoop(file, lines).run();
  return { root, problems, lines };
}
