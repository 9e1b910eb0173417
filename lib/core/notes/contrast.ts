/** Decides which words are opposites, and how a sentence that says both sides is left with two blanks. */
import { blankMark } from "./cloze";

/** A longer sentence says more than one contrast. */
const longestContrast = 300;

const koreanStems: readonly (readonly [string, string])[] = [
  ["높", "낮"],
  ["크", "작"],
  ["커지", "작아지"],
  ["많", "적"],
  ["길", "짧"],
  ["빠르", "느리"],
  ["빨라지", "느려지"],
  ["깊", "얕"],
  ["넓", "좁"],
  ["강하", "약하"],
  ["늘", "줄"],
  ["늘어나", "줄어들"],
  ["증가하", "감소하"],
  ["오르", "내리"],
  ["가까우", "멀"],
  ["있으", "없으"],
];
const pairs: readonly (readonly [string, string])[] = [
  ...koreanStems.flatMap(([one, other]) =>
    ["면", "으면", "게"].map((ending) => [one + ending, other + ending] as const),
  ),
  ["많이", "적게"],
  ["large", "small"],
  ["larger", "smaller"],
  ["high", "low"],
  ["higher", "lower"],
  ["more", "less"],
  ["more", "fewer"],
  ["many", "few"],
  ["long", "short"],
  ["longer", "shorter"],
  ["fast", "slow"],
  ["faster", "slower"],
  ["deep", "shallow"],
  ["strong", "weak"],
  ["wide", "narrow"],
  ["rises", "falls"],
  ["increases", "decreases"],
  ["grows", "shrinks"],
];

const opposite = new Map<string, Set<string>>();
for (const [one, other] of [...pairs, ...pairs.map(([one, other]) => [other, one] as const)])
  opposite.set(one, (opposite.get(one) ?? new Set()).add(other));
const signalWord = new RegExp(`(?<![가-힣a-z])(?:${[...opposite.keys()].join("|")})(?![가-힣a-z])`, "gi");

/** The words of a text that have an opposite, in reading order. */
const signalsIn = (text: string) =>
  [...text.matchAll(signalWord)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    at: index,
    end: index + word.length,
  }));

/** The first word whose opposite comes later, with that opposite. */
function oppositesIn(text: string) {
  const signals = signalsIn(text);
  for (const [index, first] of signals.entries()) {
    const second = signals.slice(index + 1).find(({ word }) => opposite.get(first.word)?.has(word));
    if (second) return { first, second };
  }
  return null;
}

/** Whether two labels state opposite conditions: "높으면" and "낮으면". */
export const areOpposite = (one: string, other: string): boolean => {
  const there = signalsIn(other.slice(0, longestContrast));
  return signalsIn(one.slice(0, longestContrast)).some((signal) =>
    there.some(({ word }) => opposite.get(signal.word)?.has(word)),
  );
};

export interface Contrast {
  front: string;
  /** What stood in the two blanks. */
  blanks: [string, string];
}

const koreanCondition = /^(.{1,60}면,?) (\S.+)$/s;
const englishCondition = /^((?:[^,]{0,20} )?(?:if|when) [^,]{1,80},) (\S.+)$/is;

const conditionOf = (half: string) => koreanCondition.exec(half) ?? englishCondition.exec(half);
const trimEnd = (text: string) => text.replace(/[.,;]$/, "");

/** A sentence whose two halves say opposite things: what follows each condition is left blank, or the opposites themselves. */
export function contrastOf(sentence: string): Contrast | null {
  if (sentence.length > longestContrast) return null;
  const pair = oppositesIn(sentence);
  if (!pair) return null;
  const between = sentence.slice(pair.first.end, pair.second.at);
  const gap = /;|, (?:and|but|while|whereas) |, | and | but | while | whereas |(?:고|며|지만) /.exec(
    between.includes(";") ? between.slice(between.indexOf(";")) : between,
  );
  if (!gap) return null;
  const split =
    pair.first.end + (between.includes(";") ? between.indexOf(";") : 0) + gap.index + gap[0].length;
  const [left, right] = [sentence.slice(0, split).trim(), sentence.slice(split).trim()];
  const [one, other] = [conditionOf(left), conditionOf(right)];
  if (one?.[1] && one[2] && other?.[1] && other[2])
    return {
      front: `${one[1]} ${blankMark}\n${other[1]} ${blankMark}`,
      blanks: [trimEnd(one[2]), trimEnd(other[2])],
    };
  const { first, second } = pair;
  return {
    front: `${sentence.slice(0, first.at)}${blankMark}${sentence.slice(first.end, second.at)}${blankMark}${sentence.slice(second.end)}`,
    blanks: [sentence.slice(first.at, first.end), sentence.slice(second.at, second.end)],
  };
}
