/** Finds the formulas in the words of a card: `$…$` in a line, `$$…$$` on its own. A price such as $5 is none. */
export type MathsPart = { kind: "text"; text: string } | { kind: "maths"; tex: string; isBlock: boolean };

const formula = /\$\$([^$]+)\$\$|\$(?=\S)([^$\n]*[^\s$])\$(?!\d)/g;

export function splitMaths(text: string): MathsPart[] {
  const parts: MathsPart[] = [];
  let end = 0;
  for (const match of text.matchAll(formula)) {
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    const [whole, block, inline] = match;
    parts.push({ kind: "maths", tex: (block ?? inline ?? "").trim(), isBlock: block !== undefined });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}
