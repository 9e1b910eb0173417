/** R5: a term and its meaning on one line, or in a row of a table. */
import type { Concept } from "./course";
import { termOf } from "./labels";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page } from "./page";

const baseOf = (page: Page, node: NoteNode, concept: Concept, words: string) => ({
  concept,
  rule: "R5" as const,
  nodes: [node],
  file: node.file,
  at: node.line,
  cited: [node.line],
  words,
  isWrong: holdsError(page, node, [node.line]),
});

export function draftTerm(page: Page, node: NoteNode, concept: Concept, term: string): void {
  const base = baseOf(page, node, concept, term);
  page.drafts.push(
    {
      ...base,
      direction: "meaning",
      write: (voice) => {
        const said = termOf(voice.text(node));
        const blocks = voice.whole(node).slice(voice.text(node).length);
        return said && { front: voice.say.meaning(said.term), back: said.meaning + blocks };
      },
    },
    {
      ...base,
      direction: "term",
      write: (voice) => {
        const said = termOf(voice.text(node));
        return said && { front: voice.say.whichConcept(said.meaning), back: said.term };
      },
    },
  );
}

/** Each cell is asked by the row's term and the column's header; a table of two columns also the other way. */
export function draftRow(page: Page, node: NoteNode, concept: Concept): void {
  const base = baseOf(page, node, concept, page.voice.text(node));
  for (const [at, { head }] of node.cells.entries())
    page.drafts.push({
      ...base,
      words: `${base.words}\n${head}`,
      direction: "cell",
      write: (voice) => {
        const cell = voice.cells(node)[at];
        if (!cell) return null;
        const term = voice.text(node);
        const front = cell.head === "" ? voice.say.meaning(term) : voice.say.cell(term, cell.head);
        const isCompared = !node.isNamed && node.cells.length > 1;
        return { front: isCompared ? `${voice.name(concept)}: ${front}` : front, back: cell.text };
      },
    });
  if (node.cells.length !== 1) return;
  page.drafts.push({
    ...base,
    direction: "term",
    write: (voice) => {
      const cell = voice.cells(node)[0];
      return cell ? { front: voice.say.whichConcept(cell.text), back: voice.text(node) } : null;
    },
  });
}
