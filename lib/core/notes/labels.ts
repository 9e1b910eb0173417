/** Decides what an item is by its words alone: a generic label, a named label, a term with its meaning, a question. */

/** What the children of a generic label are: sentences about the concept, members of a list, or its weak points. */
export type Role = "statements" | "members" | "drawbacks" | "terms";

const roles: Record<Role, readonly string[]> = {
  statements: [
    ..."정의 설명 뜻 의미 개요 특징 이유 원리 예시 사용하는_이유 목적 definition definitions meaning description explanation".split(
      " ",
    ),
    ..."overview features reason reasons why purpose example examples notes".split(" "),
  ].map((word) => word.replaceAll("_", " ")),
  members:
    "종류 방법 구조 구성 구성_요소 장점 단계 유형 kinds types methods structure components parts steps advantages benefits pros"
      .split(" ")
      .map((word) => word.replaceAll("_", " ")),
  drawbacks:
    "문제점 단점 한계 약점 문제 problems problem drawbacks drawback disadvantages limitations weaknesses cons".split(
      " ",
    ),
  terms: "개념 용어 concepts terms vocabulary".split(" "),
};

const roleOfWord = new Map<string, Role>(
  (Object.entries(roles) as [Role, readonly string[]][]).flatMap(([role, words]) =>
    words.map((word) => [word, role] as const),
  ),
);

const bare = (text: string): string =>
  text
    .replace(/[:：]$/, "")
    .trim()
    .toLowerCase();

/** The role of a label that says nothing alone ("정의", "종류"), or null. */
export const roleOf = (text: string): Role | null =>
  text.length > 40 ? null : (roleOfWord.get(bare(text)) ?? null);

/** "X의 단점", "Drawbacks of X": the name X, or null. */
export function drawbackOwner(text: string): string | null {
  if (text.length > 120) return null;
  const label = text.replace(/[:：]$/, "").trim();
  const korean = /^(.+)의 ?(?:단점|문제점|한계|약점)$/.exec(label);
  if (korean) return korean[1]?.trim() ?? null;
  const english = /^(?:drawbacks?|problems?|disadvantages?|limitations?|weakness(?:es)?) of (.+)$/i.exec(
    label,
  );
  return english?.[1]?.trim() ?? null;
}

/** The question of a "Q." item, or null. */
export const questionOf = (text: string): string | null => /^Q[.:)]\s*(\S.*)$/s.exec(text)?.[1] ?? null;

/** "term : meaning" on one line; an address or a clock time is no term. */
export function termOf(text: string): { term: string; meaning: string } | null {
  const at = text.slice(0, 60).search(/\s?[:：]\s/);
  if (at <= 0) return null;
  const term = text.slice(0, at).trim();
  const meaning = text
    .slice(at)
    .replace(/^\s?[:：]\s+/, "")
    .trim();
  return meaning === "" || /[.!?]$|^Q$/.test(term) ? null : { term, meaning };
}

/** A label whose children say what happens under a condition: "학습률이 높으면,", "If the learning rate is high,". */
export const isCondition = (text: string): boolean =>
  text.length < 40 && /(?:면|일 때|할 때),?$|^(?:if|when) .*,$/i.test(text);

/** Sentences end; labels do not. */
export const isSentence = (text: string): boolean => /[.!?。]["'”’)]?$|(?:다|요|음|함|임|것)$/.test(text);

/** Short words that name something and say nothing about it. */
export const isLabelText = (text: string): boolean =>
  text.length <= 60 && !isSentence(text) && termOf(text) === null && (/\)$/.test(text) || text.length <= 24);
