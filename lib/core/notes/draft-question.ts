/** R8: a question that the notes ask themselves. */
import { lastLineOf } from "./concept-map";
import type { Concept } from "./course";
import { questionOf } from "./labels";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page, report } from "./page";

export function draftQuestion(page: Page, node: NoteNode, concept: Concept, question: string): void {
  if (node.children.length === 0) {
    report(page, node, "empty-label");
    return;
  }
  const to = lastLineOf(node);
  const cited = Array.from({ length: to - node.line + 1 }, (_, step) => node.line + step);
  page.drafts.push({
    concept,
    rule: "R8",
    direction: "answer",
    write: (voice) => {
      const front = questionOf(voice.text(node));
      return front === null
        ? null
        : { front, back: node.children.map((child) => voice.whole(child)).join("\n") };
    },
    nodes: [node, ...node.children],
    file: node.file,
    at: node.line,
    cited,
    words: question,
    isWrong: holdsError(page, node, cited),
  });
}
