/** R7: what happens under a condition, and two opposite conditions side by side with a blank each. */
import { blankMark } from "./cloze";
import { lastLineOf } from "./concept-map";
import { areOpposite } from "./contrast";
import type { Concept } from "./course";
import { isCondition } from "./labels";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page } from "./page";
import type { Voice } from "./voice";

const linesOf = (node: NoteNode): number[] => {
  const to = lastLineOf(node);
  return Array.from({ length: to - node.line + 1 }, (_, step) => node.line + step);
};

export const isConditionLabel = (node: NoteNode): boolean =>
  node.kind === "item" && node.children.length > 0 && isCondition(node.text);

const outcomeIn = (voice: Voice, node: NoteNode, glue: string): string =>
  node.children.map((child) => voice.whole(child)).join(glue);

export function draftCondition(page: Page, node: NoteNode, concept: Concept): void {
  const cited = linesOf(node);
  page.drafts.push({
    concept,
    rule: "R7",
    direction: "condition",
    write: (voice) => ({
      front: voice.say.condition(voice.name(concept), voice.text(node)),
      back: outcomeIn(voice, node, "\n"),
    }),
    nodes: [node, ...node.children],
    file: node.file,
    at: node.line,
    cited,
    words: node.text,
    isWrong: holdsError(page, node, cited),
  });
}

/** Neighbours like "학습률이 높으면" and "학습률이 낮으면" are also asked together. */
export function draftContrasts(page: Page, nodes: readonly NoteNode[], concept: Concept): void {
  for (const [at, one] of nodes.entries()) {
    const other = nodes[at + 1];
    if (!other || !isConditionLabel(one) || !isConditionLabel(other)) continue;
    if (!areOpposite(one.text, other.text)) continue;
    const cited = [...linesOf(one), ...linesOf(other)];
    const labels = (voice: Voice) => [one, other].map((node) => voice.text(node).replace(/,$/, ""));
    page.drafts.push({
      concept,
      rule: "R7",
      direction: "contrast",
      write: (voice) => ({
        front: voice.say.blanks(
          labels(voice)
            .map((label) => `${label} ${blankMark}`)
            .join("\n"),
        ),
        back: labels(voice)
          .map(
            (label, index) =>
              `${label}: ${outcomeIn(voice, index === 0 ? one : other, " ").replace(/,$/, "")}`,
          )
          .join("\n"),
      }),
      nodes: [one, other, ...one.children, ...other.children],
      file: one.file,
      at: one.line,
      cited,
      words: `${one.text}\n${other.text}`,
      isWrong: holdsError(page, one, cited),
    });
  }
}
