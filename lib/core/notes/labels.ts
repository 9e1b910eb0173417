/** Decides what an item is by its words alone: a generic label, a term with its meaning, a condition, a question. */

/** What the children of a generic label are: sentences about the concept, members of a list, or its weak points. */
export type Role = "statements" | "members" | "drawbacks" | "terms";

const wordsOf = (list: string): string[] => list.split(" ").map((word) => word.replaceAll("_", " "));

/** Labels whose sentences say what the concept is; "정의는?" asks for them. */
const definitions = wordsOf(
  "정의 설명 뜻 의미 개요 요약 내용 소개 definition definitions meaning description explanation overview summary notes introduction",
);

const roles: Record<Role, readonly string[]> = {
  statements: [
    ...definitions,
    ...wordsOf(
      "특징 특성 성질 이유 원리 예시 예 사용하는_이유 목적 역할 기능 용도 쓰임 활용 원인 결과 효과 영향 배경 의의 조건 위치 크기",
    ),
    ...wordsOf("차이 차이점 공통점 비교 복잡도 시간_복잡도 공간_복잡도 핵심 요점 증상 치료 문법 규칙"),
    ...wordsOf(
      "features feature characteristics properties reason reasons why purpose example examples role function",
    ),
    ...wordsOf("functions use uses usage applications cause causes result results effect effects background"),
    ...wordsOf(
      "significance condition conditions location principle difference differences comparison complexity",
    ),
    ...wordsOf("time_complexity space_complexity key_points symptoms treatment rule rules"),
  ],
  members: [
    ...wordsOf(
      "종류 방법 구조 구성 구성_요소 요소 장점 단계 유형 과정 절차 순서 성분 분류 kinds types methods structure",
    ),
    ...wordsOf(
      "components parts steps stages phases process procedure elements advantages benefits pros categories",
    ),
  ],
  drawbacks: wordsOf(
    "문제점 단점 한계 약점 문제 problems problem drawbacks drawback disadvantages limitations weaknesses cons",
  ),
  terms: wordsOf("개념 용어 concepts terms vocabulary glossary"),
};

const roleOfWord = new Map<string, Role>(
  (Object.entries(roles) as [Role, readonly string[]][]).flatMap(([role, words]) =>
    words.map((word) => [word, role] as const),
  ),
);
const definitionWords = new Set(definitions);

const bare = (text: string): string =>
  text
    .replace(/[:：]$/, "")
    .trim()
    .toLowerCase();

/** The role of a label that says nothing alone ("정의", "종류"), or null. */
export const roleOf = (text: string): Role | null =>
  text.length > 40 ? null : (roleOfWord.get(bare(text)) ?? null);

/** Whether the label only says that a definition follows; other labels of sentences ("기능") are asked by name. */
export const isDefinitionLabel = (text: string): boolean => definitionWords.has(bare(text));

const processes = new Set(
  wordsOf("단계 과정 절차 순서 차례 방법 steps stages phases process procedure order algorithm"),
);

/** Whether the order of what stands under the label matters. */
export const isProcessLabel = (text: string): boolean => processes.has(bare(text));

/** A number or formula says how much a thing is, not what it means. */
export const isMeasure = (meaning: string): boolean =>
  meaning.length <= 40 && /^[\d~<>≤≥=$+-]/.test(meaning) && !isSentence(meaning);

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

/** What stands before a colon and is no term: "주의: …", "Note: …". */
const remark =
  /^(?:q|주의|참고|비고|팁|예|예시|예를 들어|즉|note|tip|warning|todo|e\.g|i\.e|ex|for example|example)\.?$/i;

/** "term : meaning" or "term — meaning" on one line; an address or a clock time is no term. */
export function termOf(text: string): { term: string; meaning: string } | null {
  const at = text.slice(0, 60).search(/\s?[:：]\s|\s[—–]\s/);
  if (at <= 0) return null;
  const term = text.slice(0, at).trim();
  const meaning = text
    .slice(at)
    .replace(/^\s?[:：—–]?\s*[—–]?\s+/, "")
    .trim();
  return meaning === "" || /[.!?]$/.test(term) || remark.test(term) ? null : { term, meaning };
}

/** A label whose children say what happens under a condition: "학습률이 높으면,", "If the learning rate is high,". */
export const isCondition = (text: string): boolean =>
  text.length < 40 && /(?:면|일 때|할 때),?$|^(?:if|when) .*,$/i.test(text);

/** Sentences end; labels do not. */
export const isSentence = (text: string): boolean => /[.!?。]["'”’)]?$|(?:다|요|음|함|임|것)$/.test(text);

/** Short words that name something and say nothing about it. */
export const isLabelText = (text: string): boolean =>
  text.length <= 60 && !isSentence(text) && termOf(text) === null && (/\)$/.test(text) || text.length <= 24);

/** A member of a list: a name of few words. */
export const isShortName = (text: string): boolean =>
  text.length <= 30 &&
  text !== "" &&
  text.split(" ").length <= 4 &&
  !isSentence(text) &&
  !/[:：,]/.test(text);
