/** Decides what of a line's inline Markdown is text. Every pattern here stops at its own mark, so long lines stay linear. */
import type { Image } from "./course";

/** Code and maths are set aside before anything else is read; a NUL never occurs in the lines of a note. */
const verbatim = /`[^`]+`|\$\$[^$]+\$\$|\$(?![\s$])[^$]*[^\s$]\$(?!\d)/g;
const setAside = /\0(\d+)\0/g;
const boldSpan = /\*\*([^*]+)\*\*|__([^_]+)__/g;
const italicSpan =
  /(?<![\p{L}\p{N}*_])(?:\*(?![\s*])([^*]*[^\s*])\*|_(?![\s_])([^_]*[^\s_])_)(?![\p{L}\p{N}*_])/gu;
const link = /\[([^[\]]*)\]\([^()]*\)/g;
const footnote = /\[\^[^[\]]*\]/g;
const picture = /!\[([^[\]]*)\]\(([^()]*)\)|<img\b[^<>]*>/gi;
const tag = /<\/?[A-Za-z][^<>]*>/g;
const comment = /<!--(?:(?!<!--|-->)[\s\S])*-->/g;

/** Tags inside tags are taken apart this many times; what is left after that is spaced out and inert. */
const mostTagRounds = 4;

/** A line that is nothing but pictures. */
export const isImageLine = (line: string): boolean =>
  /!\[|<img/i.test(line) && line.replace(picture, "").trim() === "";

export interface Inline {
  text: string;
  bold: string[];
  /** Pictures kept as references: of this course's own folder, and said in words. */
  images: Image[];
  /** Whether a picture was left out: elsewhere, or without words. */
  hasRefusedImage: boolean;
  isUnclosedBold: boolean;
}

/** A file below the note's own folder: no address of another machine, no absolute path, no way up. */
const isLocal = (src: string): boolean =>
  src !== "" && !/^[a-z][a-z0-9+.-]*:|^[\\/#]|\\|%|(?:^|\/)\.\.(?:\/|$)/i.test(src);

const saysNothing = (alt: string): boolean =>
  /^(?:image|img|picture|photo|screenshot|그림|사진|이미지)?$/i.test(alt);

const attribute = (element: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i")
    .exec(element)
    ?.slice(1)
    .find((value) => value !== undefined) ?? "";

/** The content of scripts and styles is no text; one that never closes loses its tag only. */
export function dropScripts(text: string): string {
  let rest = text;
  for (const name of ["script", "style"]) {
    const lower = rest.toLowerCase();
    const parts: string[] = [];
    let at = 0;
    for (let open = lower.indexOf(`<${name}`); open >= 0; open = lower.indexOf(`<${name}`, at)) {
      const close = lower.indexOf(`</${name}`, open);
      if (close < 0) break;
      parts.push(rest.slice(at, open));
      const end = lower.indexOf(">", close);
      at = end < 0 ? rest.length : end + 1;
    }
    rest = at === 0 ? rest : parts.join(" ") + rest.slice(at);
  }
  return rest;
}

function dropTags(text: string): string {
  if (!text.includes("<")) return text;
  let plain = dropScripts(text.replace(comment, " "));
  for (let round = 0; round < mostTagRounds && plain.search(tag) >= 0; round += 1)
    plain = plain.replace(tag, "");
  return plain.search(tag) >= 0 ? plain.replace(/<(?=[/A-Za-z])/g, "< ") : plain;
}

export function cleanInline(raw: string): Inline {
  const kept: string[] = [];
  const images: Image[] = [];
  let hasRefusedImage = false;
  const masked = raw.replace(verbatim, (whole) => {
    kept.push(whole.startsWith("`") ? whole.slice(1, -1) : whole);
    return `\0${kept.length - 1}\0`;
  });
  const restore = (text: string) =>
    text
      .split(/\s+/)
      .filter(Boolean)
      .join(" ")
      .replace(setAside, (_, index: string) => kept[Number(index)] ?? "");
  const seen = masked.replace(picture, (whole, alt: string | undefined, target: string | undefined) => {
    const image = {
      src: target === undefined ? attribute(whole, "src") : (target.trim().split(/\s/)[0] ?? ""),
      alt: restore((alt ?? attribute(whole, "alt")).trim()),
    };
    if (isLocal(image.src) && !saysNothing(image.alt)) images.push(image);
    else hasRefusedImage = true;
    return "";
  });
  const marked = dropTags(seen.replace(link, "$1").replace(footnote, ""));
  const slant = (text: string) =>
    text.replace(italicSpan, (_, stars: string | undefined, lows: string | undefined) => stars ?? lows ?? "");
  const bold: string[] = [];
  const text = slant(
    marked.replace(boldSpan, (_, stars: string | undefined, lows: string | undefined) => {
      const words = stars ?? lows ?? "";
      bold.push(restore(slant(words.trim())));
      return words;
    }),
  ).replace(/`|~~/g, "");
  const isUnclosedBold = text.includes("**");
  return {
    text: restore(isUnclosedBold ? text.replaceAll("**", "") : text),
    bold,
    images,
    hasRefusedImage,
    isUnclosedBold,
  };
}
