/** The words of a card's front, one template per rule, in the language of the file. A generic label never stands alone. */
import { particle } from "../korean";
import type { Locale } from "../text";

const koreanCounts = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];
const countOf = (count: number): string => `${koreanCounts[count] ?? count} 가지`;

export interface Wording {
  definition: (concept: string, label: string | null, cue: string | null) => string;
  /** A sentence that need not be a definition. */
  about: (concept: string, cue: string | null) => string;
  /** A generic label that is asked by name: "기능", "causes". */
  aspect: (concept: string, label: string, cue: string | null) => string;
  whichConcept: (statement: string) => string;
  otherScript: (name: string, to: "ko" | "en") => string;
  inFull: (abbreviation: string) => string;
  nameAll: (concept: string, label: string, count: number) => string;
  inOrder: (concept: string, label: string | null, count: number) => string;
  parts: (concept: string, count: number) => string;
  notOne: (concept: string, label: string) => string;
  meaning: (term: string) => string;
  cell: (term: string, head: string) => string;
  drawback: (concept: string, label: string, count: number) => string;
  whyProblem: (concept: string, problem: string) => string;
  remedy: (concept: string, drawback: string) => string;
  condition: (concept: string, condition: string) => string;
  /** `text` has one blank or more. */
  blank: (text: string) => string;
  blanks: (text: string) => string;
  corrected: (concept: string) => string;
}

const ko: Wording = {
  definition: (concept, label, cue) =>
    `${concept}의 ${label ? `‘${label}’: 어떤 내용인가요?` : "정의는?"}${cue ? ` (“${cue} …”)` : ""}`,
  about: (concept, cue) =>
    cue ? `${concept}: 다음에 이어질 내용은?\n“${cue} …”` : `${concept}에 대한 설명은?`,
  aspect: (concept, label, cue) =>
    `${concept}의 ${label}${particle(label, "은는")}?${cue ? ` (“${cue} …”)` : ""}`,
  whichConcept: (statement) => `무엇에 대한 설명인가요?\n“${statement}”`,
  otherScript: (name, to) =>
    to === "en" ? `‘${name}’${particle(name, "을를")} 영어로 하면?` : `‘${name}’의 우리말 이름은?`,
  inFull: (abbreviation) => `${abbreviation}${particle(abbreviation, "을를")} 풀어 쓰면?`,
  nameAll: (concept, label, count) => `${concept}의 ${label} ${countOf(count)}는?`,
  inOrder: (concept, label, count) => `${concept}의 ${label ?? "차례"} ${countOf(count)}를 순서대로 말하면?`,
  parts: (concept, count) => `${concept}에서 다루는 ${countOf(count)}는?`,
  notOne: (concept, label) => `다음 중 ${concept}의 ‘${label}’에 들지 않는 것은?`,
  meaning: (term) => `${term}의 뜻은?`,
  cell: (term, head) => `${term}의 ${head}${particle(head, "은는")}?`,
  drawback: (concept, label, count) =>
    `${concept}의 ${label}${count > 1 ? ` ${countOf(count)}는` : particle(label, "은는")}?`,
  whyProblem: (concept, problem) =>
    `${concept}의 문제점 ‘${problem}’${particle(problem, "은는")} 왜 생기나요?`,
  remedy: (concept, drawback) => `${concept}의 이 단점에 답해 나온 방법은?\n“${drawback}”`,
  condition: (concept, condition) =>
    `${condition.includes(concept) ? "" : `${concept}: `}${condition.replace(/,$/, "")} 어떻게 되나요?`,
  blank: (text) => `빈칸에 들어갈 말은?\n${text}`,
  blanks: (text) => `두 빈칸에 들어갈 말은?\n${text}`,
  corrected: (concept) => `${concept}에 대해 노트에서 바로잡을 점은?`,
};

/** A common noun needs an article that a template cannot know. */
const whatIs = (concept: string): string =>
  /^[a-z]/.test(concept) ? `What is meant by "${concept}"?` : `What is ${concept}?`;
/** "the 3 kinds", but "all 3" of a label in the singular. */
const howMany = (label: string, count: number): string =>
  label.endsWith("s")
    ? `name the ${count} ${label.toLowerCase()}`
    : `${label.toLowerCase()}, name all ${count}`;

const en: Wording = {
  definition: (concept, label, cue) =>
    `${label ? `${concept}, "${label}": what does it say?` : whatIs(concept)}${cue ? ` ("${cue} …")` : ""}`,
  about: (concept, cue) =>
    cue ? `${concept}: how does this go on?\n"${cue} …"` : `What do the notes say about ${concept}?`,
  aspect: (concept, label, cue) => `${concept}, ${label.toLowerCase()}?${cue ? ` ("${cue} …")` : ""}`,
  whichConcept: (statement) => `What does this describe?\n"${statement}"`,
  otherScript: (name, to) => `What is the ${to === "en" ? "English" : "Korean"} name of ‘${name}’?`,
  inFull: (abbreviation) => `What does ${abbreviation} stand for?`,
  nameAll: (concept, label, count) => `${concept}: ${howMany(label, count)}.`,
  inOrder: (concept, label, count) => `${concept}: ${howMany(label ?? "steps", count)} in order.`,
  parts: (concept, count) => `${concept}: name its ${count} parts.`,
  notOne: (concept, label) => `${concept}: which of these does not belong to "${label}"?`,
  meaning: (term) => `What does ${term} mean?`,
  cell: (term, head) => `${term}: ${head}?`,
  drawback: (concept, label, count) =>
    `${concept}: ${count > 1 ? `name the ${count} ${label.toLowerCase()}.` : `what is its weak point?`}`,
  whyProblem: (concept, problem) => `${concept}: why does "${problem}" happen?`,
  remedy: (concept, drawback) => `Which method answers this weak point of ${concept}?\n"${drawback}"`,
  condition: (concept, condition) => `${concept}: ${condition.replace(/,$/, "")}, what happens?`,
  blank: (text) => `Fill the blank.\n${text}`,
  blanks: (text) => `Fill both blanks.\n${text}`,
  corrected: (concept) => `${concept}: what do the notes get wrong here?`,
};

export const wordings: Record<Locale, Wording> = { ko, en };
