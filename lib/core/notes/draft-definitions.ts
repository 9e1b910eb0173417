/** R1, R2, R3 of a sentence that says itself what it defines: "X는 …이다", "X is a …". */
import type { Concept } from "./course";
import { draftNames } from "./draft-names";
import { hasAlias } from "./names";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page } from "./page";
import { beginsExample, definitionOf, sentencesOf } from "./sentences";

/** A definition goes on for this many sentences at most. */
const mostSentences = 3;

/** Cards of each definition in the text, in reading order; the sentences after one belong to it. Gives the numbers of those left over. */
export function draftDefinitions(
  page: Page,
  node: NoteNode,
  defined: ReadonlyMap<number, Concept>,
): number[] {
  const sentences = sentencesOf(page.voice.text(node));
  const used = new Set<number>();
  for (const [at, concept] of defined) {
    let end = at + 1;
    while (
      end < Math.min(sentences.length, at + mostSentences) &&
      !defined.has(end) &&
      !beginsExample(sentences[end] ?? "")
    )
      end += 1;
    for (let index = at; index < end; index += 1) used.add(index);
    const subject = definitionOf(sentences[at] ?? "")?.subject ?? "";
    const base = {
      concept,
      nodes: [node],
      file: node.file,
      at: node.line,
      cited: [node.line],
      words: subject,
      isWrong: holdsError(page, node, [node.line]),
    };
    if (hasAlias(subject))
      draftNames(
        page,
        node,
        concept,
        (voice) => definitionOf(sentencesOf(voice.text(node))[at] ?? "")?.subject ?? subject,
      );
    page.drafts.push(
      {
        ...base,
        rule: "R1",
        direction: "statement",
        write: (voice) => {
          const said = sentencesOf(voice.text(node)).slice(at, end).join(" ");
          const blocks = end === sentences.length ? voice.whole(node).slice(voice.text(node).length) : "";
          return said === ""
            ? null
            : { front: voice.say.definition(voice.name(concept), null, null), back: said + blocks };
        },
      },
      {
        ...base,
        rule: "R2",
        direction: "term",
        write: (voice) => {
          const said = definitionOf(sentencesOf(voice.text(node))[at] ?? "");
          return said && { front: voice.say.whichConcept(said.predicate), back: voice.name(concept) };
        },
      },
    );
  }
  return [...sentences.keys()].filter((index) => !used.has(index));
}
