/** What can be wrong with a notes file, and how it is said: always where, and what was expected. */

import { particle } from "../korean";
import type { Locale, Text } from "../text";
import type { Warning } from "./course";

export type ProblemCode =
  | "empty-label"
  | "image"
  | "unmarked-line"
  | "unclosed-parenthesis"
  | "unclosed-bold"
  | "heading-space"
  | "heading-jump"
  | "indent"
  | "unclosed-fence"
  | "unknown-concept"
  | "no-cards"
  | "no-anchor"
  | "broken-text"
  | "too-deep"
  | "wide-table"
  | "translation-drift"
  | "not-on-a-card";

/** Why a sentence of the notes is on no card. */
export type LeftOut =
  | "preface"
  | "no-concept"
  | "code-alone"
  | "too-long"
  | "long-paragraph"
  | "long-list"
  | "wrong"
  | "skipped"
  | "nothing-asked";

/** How a translation differs at a place: parts are missing or too many, are of another kind, or say other numbers. */
export type DriftKind = "missing" | "extra" | "kind" | "level" | "numbers" | "bold";

export interface Problem {
  file: string;
  line: number;
  code: ProblemCode;
  what: string;
  /** For `not-on-a-card`. */
  why?: LeftOut;
  /** For `translation-drift`. */
  drift?: DriftKind;
}

const reasons: Record<LeftOut, Text> = {
  preface: {
    ko: "파일 제목 아래의 머리말이라 어떤 개념의 설명도 아니에요.",
    en: "It is a preface under the file's title and says nothing of a concept.",
  },
  "no-concept": {
    ko: "위에 개념의 이름이 될 제목이 없어요.",
    en: "No heading above it names a concept.",
  },
  "code-alone": {
    ko: "코드만 있고 그것을 설명하는 문장이 없어요.",
    en: "It is code with no sentence about it.",
  },
  "too-long": {
    ko: "한 카드로 물을 수 없을 만큼 길어요. 항목을 나눠 주세요.",
    en: "It is too long for one card. Split it into items.",
  },
  "long-paragraph": {
    ko: "긴 문단의 한 부분이에요. 항목으로 나누거나 기억할 말을 굵게 써 주세요.",
    en: "It is part of a long paragraph. Make items of it, or set the words to remember in bold.",
  },
  "long-list": {
    ko: "모두 말해 보라고 하기에는 너무 긴 목록이에요.",
    en: "Its list is too long to be named from memory.",
  },
  wrong: {
    ko: "틀린 문장으로 표시되어 있고, 바른 내용은 다른 카드가 물어요.",
    en: "It is marked as wrong; what is right is asked elsewhere.",
  },
  skipped: {
    ko: "cards.json에서 빼기로 한 문장이에요.",
    en: "cards.json leaves it out.",
  },
  "nothing-asked": {
    ko: "물을 만한 내용이 있는지 알 수 없어요.",
    en: "It holds nothing that a rule can ask.",
  },
};

const drifts: Record<DriftKind, (expected: string) => Text> = {
  missing: (expected) => ({
    ko: `‘${expected}’에 해당하는 번역이 없어요. 원문과 항목 수가 같아야 해요.`,
    en: `Nothing here translates "${expected}". Expected as many parts as the original has.`,
  }),
  extra: (expected) => ({
    ko: `‘${expected}’에 해당하는 원문이 없어요. 원문과 항목 수가 같아야 해요.`,
    en: `"${expected}" translates nothing. Expected as many parts as the original has.`,
  }),
  kind: (expected) => ({
    ko: `‘${expected}’의 번역은 원문과 같은 종류(제목, 항목, 표)여야 해요.`,
    en: `Expected the translation of "${expected}" to be the same kind of part: heading, item or row.`,
  }),
  level: (expected) => ({
    ko: `제목의 단계가 원문과 달라요. ${expected} 이어야 해요.`,
    en: `The heading has another level than the original. Expected ${expected}.`,
  }),
  numbers: (expected) => ({
    ko: `숫자가 원문과 달라요. ${expected === "" ? "숫자가 없어야 해요." : `${expected} 이어야 해요.`}`,
    en: `The numbers differ from the original. Expected ${expected === "" ? "none" : expected}.`,
  }),
  bold: (expected) => ({
    ko: `굵은 글씨가 원문과 달라요. ${expected}곳이어야 해요.`,
    en: `The bold words differ from the original. Expected ${expected} of them.`,
  }),
};

type PlainCode = Exclude<ProblemCode, "not-on-a-card" | "translation-drift">;

const sentences: Record<PlainCode, (what: string) => Text> = {
  "empty-label": (what) => ({
    ko: `‘${what}’ 아래에 내용이 없어요. 아래 줄에 한 칸 더 들여 쓴 설명이 있어야 해요.`,
    en: `Nothing stands under "${what}". Expected an indented explanation below it.`,
  }),
  image: () => ({
    ko: "다른 곳에 있거나 설명이 없는 그림은 불러오지 않아요. 그림이 말하는 내용을 글로 적어 주세요.",
    en: "A picture from elsewhere, or without words, is not loaded. Expected its content in words.",
  }),
  "unmarked-line": (what) => ({
    ko: `목록 기호(-)가 없어 바로 위 ‘${what}’의 내용으로 읽었어요. 줄 앞에 - 기호가 있어야 해요.`,
    en: `No list mark, so it was read as the body of "${what}". Expected "- " at its start.`,
  }),
  "unclosed-parenthesis": (what) => ({
    ko: `‘${what}’의 괄호가 닫히지 않았어요. 닫는 괄호 )가 있어야 해요.`,
    en: `The bracket in "${what}" is not closed. Expected ")".`,
  }),
  "unclosed-bold": (what) => ({
    ko: `‘${what}’의 굵은 글씨가 닫히지 않았어요. 닫는 **가 있어야 해요.`,
    en: `The bold span in "${what}" is not closed. Expected "**".`,
  }),
  "heading-space": (what) => ({
    ko: `‘${what}’을 제목으로 읽었어요. # 뒤에 빈칸이 있어야 해요.`,
    en: `"${what}" was read as a heading. Expected a space after #.`,
  }),
  "heading-jump": (what) => ({
    ko: `제목 ‘${what}’의 단계가 건너뛰었어요. 위 제목보다 # 하나만 많아야 해요.`,
    en: `The heading "${what}" skips a level. Expected only one # more than above.`,
  }),
  indent: (what) => ({
    ko: `‘${what}’의 들여쓰기가 위 항목 어느 것과도 맞지 않아요. 같은 단계의 항목과 나란해야 해요.`,
    en: `The indent of "${what}" fits no item above. Expected it in line with its siblings.`,
  }),
  "unclosed-fence": () => ({
    ko: "여기서 시작한 코드 블록이 끝나지 않았어요. 닫는 ```가 있어야 해요.",
    en: "The code block that starts here never ends. Expected a closing ```.",
  }),
  "unknown-concept": (what) => ({
    ko: `‘${what}’라는 개념을 찾지 못했어요. 그 이름의 제목이나 용어가 있어야 해요.`,
    en: `No concept is called "${what}". Expected a heading or term of that name.`,
  }),
  "no-cards": () => ({
    ko: "카드가 될 내용이 없어요. 제목과 그 아래 목록이 있어야 해요.",
    en: "Nothing here becomes a card. Expected headings with lists below them.",
  }),
  "no-anchor": (what) => ({
    ko: `데이터 파일이 가리키는 문장 ‘${what}’을 찾지 못했어요. 노트에 같은 문장이 있어야 해요.`,
    en: `The sentence "${what}" of a data file was not found. Expected it in the notes.`,
  }),
  "broken-text": (what) => ({
    ko: `‘${what}’에 깨진 글자(\ufffd)가 있어요. 파일을 UTF-8로 저장해 주세요.`,
    en: `"${what}" holds broken characters (\ufffd). Expected a file saved as UTF-8.`,
  }),
  "too-deep": (what) => ({
    ko: `‘${what}’부터 목록이 너무 깊어서 더 깊은 단계는 하나로 읽었어요.`,
    en: `From "${what}" on, lists nest too deep; deeper levels were read as one.`,
  }),
  "wide-table": (what) => ({
    ko: `‘${what}’이 있는 표는 열이 너무 많아서 앞의 열만 읽었어요.`,
    en: `The table with "${what}" has too many columns; only the first were read.`,
  }),
};

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function messageOf({ code, what, why, drift }: Problem): Text {
  const shown = shorten(what);
  if (code === "translation-drift") return drifts[drift ?? "kind"](shown);
  if (code !== "not-on-a-card") return sentences[code](shown);
  const reason = reasons[why ?? "nothing-asked"];
  return {
    ko: `‘${shown}’${particle(shown, "은는")} 어떤 카드에도 없어요. ${reason.ko}`,
    en: `"${shown}" is on no card. ${reason.en}`,
  };
}

export const warningOf = (problem: Problem, locale: Locale): Warning => ({
  file: problem.file,
  line: problem.line,
  code: problem.code,
  message: messageOf(problem)[locale],
});
