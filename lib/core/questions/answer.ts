/** Decides what was typed or chosen. What cannot be read is neither right nor wrong and costs nothing. */
import type { AnswerForm, Truth } from "./family";

const lookalikes: [RegExp, string][] = [
  [/[×✕✖✗＊*]/g, "x"],
  [/[−–—]/g, "-"],
];

/** Full-width forms become plain ones (NFKC), then the many signs for times and minus become one each. */
const plain = (text: string): string =>
  lookalikes.reduce((read, [sign, as]) => read.replace(sign, as), text.normalize("NFKC")).trim();

/**
 * "4×4", "(4, 4)", "4 x 4", "[4,4]", "4, 4" → [4, 4]; null when it is not that many whole numbers. A bare "4,5" may
 * be a decimal comma as well, so it is not read.
 */
export function readShape(text: string, axes: number): number[] | null {
  const bare = /^(?:\((.*)\)|\[(.*)\]|(.*))$/s.exec(plain(text));
  const inside = bare?.[1] ?? bare?.[2];
  const body = (inside ?? bare?.[3] ?? "").trim().toLowerCase();
  if (inside === undefined && /\d,\d/.test(body)) return null;
  const parts = body.split(/\s*[x,]\s*|\s+/);
  if (parts.length !== axes || !parts.every((part) => /^-?\d{1,9}$/.test(part))) return null;
  return parts.map(Number);
}

/** "adam,rmsprop" → the ids in the order of the options; null for none, for an unknown one, or one named twice. */
export function readChoices(text: string, options: readonly { id: string }[]): string[] | null {
  const named = plain(text)
    .split(/\s*,\s*/)
    .filter(Boolean);
  const known = options.filter(({ id }) => named.includes(id)).map(({ id }) => id);
  return named.length > 0 && known.length === named.length ? known : null;
}

/** What was given, in the form that was asked for; null when unreadable. */
export function readAnswer(form: AnswerForm, text: string): Truth | null {
  if (form.kind === "shape") {
    const sizes = readShape(text, form.axes.length);
    return sizes && { kind: "shape", sizes };
  }
  const ids = readChoices(text, form.options);
  return ids && { kind: "choices", ids };
}

/** Whether two answers say the same. */
export function isSame(one: Truth, other: Truth): boolean {
  const [a, b] = [one, other].map((truth) => (truth.kind === "shape" ? truth.sizes : truth.ids).join(","));
  return one.kind === other.kind && a === b;
}
