import { splitMaths } from "@/lib/core/notes/maths";

/** Words with their formulas; `maths` has the MathML that the server made of each. */
export function MathsText({
  text,
  maths,
}: {
  text: string;
  maths: Readonly<Record<string, string>> | undefined;
}) {
  if (!maths) return text;
  return splitMaths(text).map((part, at) => {
    const key = `${at}`;
    if (part.kind === "text") return <span key={key}>{part.text}</span>;
    const html = maths[part.tex];
    return html === undefined ? (
      <code key={key}>{part.tex}</code>
    ) : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX made it from TeX, with nothing trusted
      <span key={key} dangerouslySetInnerHTML={{ __html: html }} />
    );
  });
}
