/** R3: a name in one script asks for the other, an abbreviation for its full form. */
import type { Locale } from "../text";
import type { Concept } from "./course";
import type { Draft } from "./draft";
import { namesOf } from "./names";
import type { NoteNode } from "./parse-note";
import { wordings } from "./wording";

export function draftNames(
  node: NoteNode,
  concept: Concept,
  locale: Locale,
  fixSpelling: (text: string) => string,
): Draft[] {
  const say = wordings[locale];
  const { ko, en, abbr } = namesOf(fixSpelling(node.text));
  const full = [en, ko].filter((name) => name !== undefined);
  const base = {
    concept,
    rule: "R3" as const,
    file: node.file,
    at: node.line,
    cited: [node.line],
    isWrong: false,
  };
  const drafts: Draft[] = [];
  if (ko && en) {
    drafts.push({ ...base, direction: "ko-en", front: say.otherScript(ko, "en"), back: en, words: ko });
    drafts.push({ ...base, direction: "en-ko", front: say.otherScript(en, "ko"), back: ko, words: en });
  } else if (ko && abbr) {
    drafts.push({ ...base, direction: "ko-en", front: say.otherScript(ko, "en"), back: abbr, words: ko });
  }
  if (abbr && full[0])
    drafts.push({
      ...base,
      direction: "abbr-full",
      front: say.inFull(abbr),
      back: full.join(" · "),
      words: abbr,
    });
  return drafts;
}
