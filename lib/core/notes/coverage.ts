/** Decides which sentences of the notes are on no card, and why. */
import type { Draft } from "./draft";
import { drawbackOwner, isSentence, roleOf } from "./labels";
import type { NoteNode } from "./note-reader";
import type { Page } from "./page";
import type { LeftOut, Problem } from "./problems";

interface Coverage {
  root: NoteNode;
  page: Page;
  /** Cards that are kept; and those that the author left out. */
  kept: readonly Draft[];
  skipped: ReadonlySet<Draft>;
  /** Where and in which words a sentence is told. */
  tell: (node: NoteNode) => Pick<Problem, "file" | "line" | "what">;
}

/** A label says nothing alone: what counts is below it. */
const isLabel = ({ children, text }: NoteNode): boolean =>
  children.length > 0 && (roleOf(text) !== null || drawbackOwner(text) !== null || !isSentence(text));

/** One problem for each item, row or paragraph that no kept card cites. Labels and what is already warned of are left out. */
export function listUncovered({ root, page, kept, skipped, tell }: Coverage): Problem[] {
  const linesOf = (drafts: Iterable<Draft>, keep: (draft: Draft) => boolean) =>
    new Set(
      [...drafts]
        .filter(keep)
        .flatMap((draft) => (draft.file === root.file ? [draft.at, ...draft.cited] : [])),
    );
  const cited = linesOf(kept, () => true);
  const wrong = linesOf(page.drafts, (draft) => draft.isWrong);
  const dropped = linesOf(skipped, () => true);
  const empty = new Set(page.problems.flatMap(({ code, line }) => (code === "empty-label" ? [line] : [])));

  const whyOf = (node: NoteNode): LeftOut =>
    page.leftOut.get(node) ??
    (wrong.has(node.line) ? "wrong" : dropped.has(node.line) ? "skipped" : "nothing-asked");
  const found: Problem[] = [];
  const visit = (node: NoteNode): void => {
    const isSaying =
      node.kind !== "root" &&
      (node.kind !== "heading" || page.leftOut.get(node) === "code-alone") &&
      !isLabel(node);
    if (isSaying && node.text !== "" && !cited.has(node.line) && !empty.has(node.line))
      found.push({ ...tell(node), code: "not-on-a-card", why: whyOf(node) });
    for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}
