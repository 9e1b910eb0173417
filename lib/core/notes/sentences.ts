/** Decides where sentences end, which of them define something, and which are an example. */

/** Splits after a full stop and a space; a number like 3.5 and a stop inside $…$ stay whole. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let isMaths = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "$") isMaths = !isMaths && text.includes("$", at + 1);
    const isEnd =
      !isMaths && ".!?。".includes(sign) && (at + 1 === text.length || text.charAt(at + 1) === " ");
    if (!isEnd) continue;
    sentences.push(text.slice(start, at + 1).trim());
    start = at + 1;
  }
  const rest = text.slice(start).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

export const beginsExample = (sentence: string): boolean =>
  /^(?:예를 들어|예컨대|예:|for example|e\.g\.)/i.test(sentence);

/** What a text says, and the example that it goes on with. */
export function splitExample(text: string): { sentences: string[]; example: string } {
  const sentences = sentencesOf(text);
  const at = sentences.findIndex(beginsExample);
  return at < 0
    ? { sentences, example: "" }
    : { sentences: sentences.slice(0, at), example: sentences.slice(at).join(" ") };
}

export interface Definition {
  subject: string;
  /** The rest of the sentence, which does not say the subject. */
  predicate: string;
}

const words = (list: string): Set<string> => new Set(list.split(" "));
/** Words that point back or join sentences: what begins with them is not the name of anything. */
const pointing = words(
  "이 그 저 이것 그것 이러한 그러한 이런 그런 이때 그때 또 또한 즉 따라서 하지만 그러나 그리고 여기서 우리 나 다음 위 아래 각 모든 어떤 여러 다른 결국 특히 보통 " +
    "it this that these those they there he she we you here what which when if but and or so each every all both one its their our how why because since as in on at for to with while although by from some another",
);
const korean = /^([^,.:;]{1,24}?)(이란|란|은|는),? (\S.{2,})$/s;
const koreanEnd =
  /(?:(?<!적)이다|것이다|말한다|뜻한다|의미한다|가리킨다|일컫는다|입니다|말합니다|뜻합니다|의미합니다|이에요|예요|말해요|뜻해요|의미해요)\.?$/;
const english = /^(?:(?:An?|The) )?([^,.:;]{2,40}?) (is|are|means|refers to|denotes) (\S.{2,})$/s;
/** "나오는 개념이다", "빛을 모으는 장치이다": a verb before a noun, whose 는 marks no subject. */
const verbBefore =
  /\S(?:[을를]|에|에서|으로) \S+$|(?:하|되|있|없|나오|오르|내리|모으|나누|바꾸|만들|움직이|이루)$/;
/** What cannot be the last word of a name. */
const noNameEnd = /(?:것|점|이유|때|경우|수|결과|목적)$/;

/** "X는 …이다", "X is a …": what is defined and how; null for any other sentence. */
export function definitionOf(sentence: string): Definition | null {
  const [, named = "", mark = "", rest = ""] = korean.exec(sentence) ?? [];
  const isKorean = named !== "" && (mark.endsWith("란") || koreanEnd.test(rest));
  if (isKorean)
    return isName(named, 3) && !noNameEnd.test(named) && !(mark === "는" && verbBefore.test(named))
      ? { subject: named, predicate: rest }
      : null;
  const [, subject = "", verb = "", predicate = ""] = english.exec(sentence) ?? [];
  if (subject === "" || !isName(subject, 4)) return null;
  const says =
    verb === "is"
      ? /^(?:an?|the|any) /.test(predicate)
      : verb === "are"
        ? /\b(?:that|which|of|where|used)\b/.test(predicate)
        : true;
  return says ? { subject, predicate } : null;
}

const isName = (text: string, mostWords: number): boolean => {
  const parts = text.split(" ");
  return parts.length <= mostWords && !pointing.has((parts[0] ?? "").toLowerCase());
};
