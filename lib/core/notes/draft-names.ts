/** R3: a name in one script asks for the other, an abbreviation for its full form. */
import type { Concept } from "./course";
import { namesOf } from "./names";
import type { NoteNode } from "./note-reader";
import type { Page } from "./page";
import type { Voice } from "./voice";

/** `label` is the text that holds the names: the node's own, or the subject of its sentence. */
export function draftNames(
  page: Page,
  node: NoteNode,
  concept: Concept,
  label: (voice: Voice) => string,
): void {
  const { ko, en, abbr } = namesOf(label(page.voice));
  const full = [en, ko].filter((name) => name !== undefined);
  const base = {
    concept,
    rule: "R3" as const,
    nodes: [],
    file: node.file,
    at: node.line,
    cited: [node.line],
    isWrong: false,
  };
  const foreign = en ?? abbr;
  if (ko && foreign)
    page.drafts.push({
      ...base,
      direction: "ko-en",
      write: ({ say }) => ({ front: say.otherScript(ko, "en"), back: foreign }),
      words: ko,
    });
  if (ko && en)
    page.drafts.push({
      ...base,
      direction: "en-ko",
      write: ({ say }) => ({ front: say.otherScript(en, "ko"), back: ko }),
      words: en,
    });
  if (abbr && full[0])
    page.drafts.push({
      ...base,
      direction: "abbr-full",
      write: ({ say }) => ({ front: say.inFull(abbr), back: full.join(" · ") }),
      words: abbr,
    });
}
