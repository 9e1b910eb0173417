/** Decides whether an answer is a list, of how many, and whether its order is part of the answer. */
import { isSentence } from "../notes/labels";
import { partsOf, wordsIn } from "./alternatives";
import type { CardWords } from "./exercise";

const koreanCounts = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(" ");
const englishCounts = "one two three four five six seven eight nine ten".split(" ");

/** Whether a front asks for this many things: "세 가지", "the three methods", "name the 3 kinds". */
function asksFor(front: string, count: number): boolean {
  const numbers = [String(count), koreanCounts[count - 1], englishCounts[count - 1]].filter(Boolean);
  return new RegExp(`(?:^|[^\\p{L}\\d])(?:${numbers.join("|")})(?=\\s)`, "iu").test(front);
}

/** The members of a list answer: numbered lines, or parts by commas where the front asks for that many; else none. */
export function readMembers({ front, back }: Pick<CardWords, "front" | "back">): string[] {
  const lines = back.split("\n");
  const numbered = lines.flatMap((line) => /^\d+[.)]\s+(\S.*)$/.exec(line)?.[1] ?? []);
  if (numbered.length === lines.length) return numbered.length >= 2 ? numbered : [];
  const parts = lines.length === 1 ? partsOf(back) : [];
  return parts.length >= 2 && asksFor(front, parts.length) ? parts : [];
}

/** Short enough to type from memory: a name or a few words, never a sentence. */
export function isShortMember(member: string): boolean {
  const bare = member.replace(/\s*\([^()]*\)$/, "");
  const most = /[가-힣]/.test(bare) ? { words: 3, letters: 20 } : { words: 6, letters: 36 };
  return wordsIn(bare).length <= most.words && bare.length <= most.letters && !isSentence(bare);
}

const koreanOrder =
  /(?:단계|순서|절차|과정|차례)(?:\s+\S+\s*(?:가지|개))?\s*(?:(?:은|는|을|를)(?:\s+(?:말|쓰|적|대)\S*(?:\s+\S{1,4})?)?)?\s*[?.]?$|(?:순서|차례)대로/;
const englishOrder =
  /\b(?:steps|stages|phases|order|sequence)\b[^a-z]*$|^(?:what are|name|list|give) (?:the )?(?:\w+ )?(?:steps|stages|phases)\b|\bin (?:the right )?order\b/i;

/** Whether the notes give the list as an order: a front about steps, stages or a procedure. */
export const asksOrder = (front: string): boolean => koreanOrder.test(front) || englishOrder.test(front);
