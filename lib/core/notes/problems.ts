/** What can be wrong with a notes file, and how it is said: always where, and what was expected. */
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
  | "translation-drift";

export interface Problem {
  file: string;
  line: number;
  code: ProblemCode;
  what: string;
}

const sentences: Record<ProblemCode, (what: string) => Text> = {
  "empty-label": (what) => ({
    ko: `‘${what}’ 아래에 내용이 없어요. 아래 줄에 한 칸 더 들여 쓴 설명이 있어야 해요.`,
    en: `Nothing stands under "${what}". Expected an indented explanation below it.`,
  }),
  image: () => ({
    ko: "그림은 불러오지 않아요. 그림이 말하는 내용을 글로 적어 주세요.",
    en: "Pictures are not loaded. Expected its content in words.",
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
  "translation-drift": (what) => ({
    ko: `두 언어의 노트가 여기서 어긋나요 (${what}). 제목, 목록, 굵은 글씨, 숫자가 줄마다 같아야 해요.`,
    en: `The notes in the two languages drift apart here (${what}). Expected the same headings, items, bold words and numbers.`,
  }),
};

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export const warningOf = ({ file, line, code, what }: Problem, locale: Locale): Warning => ({
  file,
  line,
  code,
  message: sentences[code](shorten(what))[locale],
});
