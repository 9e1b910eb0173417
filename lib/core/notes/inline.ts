/** Decides what of a line's inline Markdown is text and which words were bold. Every pattern here stops at its own mark, so long lines stay linear. */

const boldSpan = /\*\*([^*]+)\*\*|__([^_]+)__/g;
const link = /\[([^[\]]*)\]\([^()]*\)/g;
const picture = /!\[[^[\]]*\]\([^()]*\)|<img\b[^<>]*>/gi;
const tag = /<\/?[A-Za-z][^<>]*>/g;

/** A line that is nothing but pictures: named in a warning, never loaded. */
export const isImageLine = (line: string): boolean =>
  /!\[|<img/i.test(line) && line.replace(picture, "").trim() === "";

export interface Inline {
  text: string;
  bold: string[];
  isUnclosedBold: boolean;
}

export function cleanInline(raw: string): Inline {
  const bold: string[] = [];
  const marked = raw.replace(picture, "").replace(link, "$1").replace(tag, "");
  const text = marked
    .replace(boldSpan, (_, stars: string | undefined, lows: string | undefined) => {
      const words = (stars ?? lows ?? "").trim();
      bold.push(words);
      return stars ?? lows ?? "";
    })
    .replace(/`/g, "");
  const isUnclosedBold = text.includes("**");
  const plain = isUnclosedBold ? text.replaceAll("**", "") : text;
  return { text: plain.split(/\s+/).filter(Boolean).join(" "), bold, isUnclosedBold };
}
