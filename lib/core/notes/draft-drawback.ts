/** R6: "X의 단점" under another method's heading asks for the weak point of X, and for the method that answers it. */
import { errorOn } from "./corrections";
import type { Concept } from "./course";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page, report } from "./page";
import { numbered, type Voice } from "./voice";

const labelWord = { ko: "단점", en: "drawbacks" } as const;

/** The sentences under the label; a first line that does not end goes on in the second. */
function drawbackIn(voice: Voice, label: NoteNode): { back: string; joined: string; count: number } {
  const texts = label.children.map((child) => voice.whole(child));
  const joined = texts.join(" ");
  const isOneSentence = texts.length > 1 && /(?:때|고|며|면|지만|,)$/.test(texts[0] ?? "");
  return isOneSentence
    ? { back: joined, joined, count: 1 }
    : { back: numbered(texts), joined, count: texts.length };
}

export function draftDrawback(page: Page, label: NoteNode, owner: string, enclosing: Concept | null): void {
  if (label.children.length === 0) {
    report(page, label, "empty-label");
    return;
  }
  const named = page.concepts.named(owner);
  if (!named) report(page, label, "unknown-concept", owner);
  const concept = named ?? enclosing;
  if (!concept) return;
  const cited = label.children.map((child) => child.line);
  const base = {
    concept,
    rule: "R6" as const,
    nodes: [label, ...label.children],
    file: label.file,
    at: label.line,
    cited,
    words: page.voice.text(label),
    isWrong: holdsError(page, label, [label.line, ...cited]),
  };
  page.drafts.push({
    ...base,
    direction: "drawback",
    write: (voice) => {
      const { back, count } = drawbackIn(voice, label);
      return { front: voice.say.drawback(voice.name(concept), labelWord[voice.locale], count), back };
    },
  });
  if (!enclosing || enclosing === concept) return;
  page.drafts.push({
    ...base,
    direction: "remedy",
    write: (voice) => ({
      front: voice.say.remedy(voice.name(concept), drawbackIn(voice, label).joined),
      back: voice.name(enclosing),
    }),
  });
  const dispute = errorOn(page.corrected, label.file, [label.line]);
  page.links.push({
    from: enclosing.id,
    to: concept.id,
    kind: dispute ? "disputed" : "remedies",
    file: label.file,
    line: label.line,
    ...(dispute ? { correction: dispute.id } : {}),
  });
}
