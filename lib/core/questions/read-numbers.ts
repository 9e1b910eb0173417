/** Reads numbers and shapes as people type them. What cannot be read is null, never a guess. */

const lookalikes: [RegExp, string][] = [
  [/[×✕✖✗＊*]/g, "x"],
  [/[−–—‐‑]/g, "-"],
];

/** Full-width forms become plain ones (NFKC), then the many signs for times and minus become one each. */
export const plain = (text: string): string =>
  lookalikes.reduce((read, [sign, as]) => read.replace(sign, as), text.normalize("NFKC")).trim();

/** What stands inside one pair of brackets around the whole text, or the text itself. */
export function unwrapped(text: string): { body: string; isWrapped: boolean } {
  const inside = /^(?:\(([^()]*)\)|\[([^[\]]*)\])$/s.exec(text);
  const body = inside?.[1] ?? inside?.[2];
  return { body: (body ?? text).trim(), isWrapped: body !== undefined };
}

/** "-3", "+0.25", ".5", "3.1e-4" → the number. A comma is no decimal point, so "4,5" is null. */
export function readNumber(text: string): number | null {
  const { body } = unwrapped(plain(text));
  if (!/^[+-]?\s?(?:\d{1,15}(?:\.\d{0,25})?|\.\d{1,25})(?:e[+-]?\d{1,3})?$/i.test(body)) return null;
  const value = Number(body.replace(/\s/, ""));
  return Number.isFinite(value) ? value : null;
}

/** As `readNumber`, and "100,480" as well: in groups of three a comma can only part thousands. */
export function readCount(text: string): number | null {
  const { body } = unwrapped(plain(text));
  return readNumber(/^[+-]?\d{1,3}(?:,\d{3})+$/.test(body) ? body.replaceAll(",", "") : body);
}

/**
 * "4×4", "(4, 4)", "4 x 4", "[4,4]", "4, 4" → [4, 4]; null when it is not that many whole numbers. A bare "4,5" may
 * be a decimal comma as well, so it is not read.
 */
export function readShape(text: string, axes?: number): number[] | null {
  const { body, isWrapped } = unwrapped(plain(text));
  if (!isWrapped && /\d,\d/.test(body)) return null;
  const parts = body.toLowerCase().split(/\s*[x,]\s*|\s+/);
  if (axes !== undefined && parts.length !== axes) return null;
  return parts.every((part) => /^-?\d{1,9}$/.test(part)) ? parts.map(Number) : null;
}

/** The text as JSON, or undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(plain(text));
  } catch {
    return undefined;
  }
}
