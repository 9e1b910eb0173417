import katex from "katex";
import { splitMaths } from "@/lib/core/notes/maths";

const longest = 2_000;
const kept = new Map<string, string>();
const keptAtMost = 2_000;

/** MathML of one formula; one that cannot be read is shown as it was written, in the colour of errors. */
function draw(tex: string, isBlock: boolean): string {
  const key = `${isBlock} ${tex}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const drawn = katex.renderToString(tex, {
    output: "mathml",
    displayMode: isBlock,
    throwOnError: false,
    trust: false,
    strict: false,
    maxExpand: 200,
    maxSize: 20,
  });
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, drawn);
  return drawn;
}

/** The formulas in some words, drawn here so that no browser needs KaTeX: TeX as written → MathML. */
export function drawMaths(...texts: string[]): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const part of texts.flatMap(splitMaths))
    if (part.kind === "maths" && part.tex.length <= longest) drawn[part.tex] = draw(part.tex, part.isBlock);
  return drawn;
}
