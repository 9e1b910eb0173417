/** Says of a wrong option what it is instead, from its own concept's cards. */
import { particle } from "../korean";
import type { Locale } from "../text";
import { scriptOf } from "./alternatives";
import { explainingCard } from "./definitions";
import type { CourseConcept, Neighbours } from "./neighbours";
import type { TermAnswer } from "./term-answer";

interface Wording {
  otherName: (name: string, of: string) => string;
  means: (name: string, meaning: string) => string;
  about: (name: string, front: string, back: string) => string;
  notAsked: (name: string) => string;
}

const wordings: Record<Locale, Wording> = {
  ko: {
    otherName: (name, of) => `${name}${particle(name, "은는")} ‘${of}’의 다른 이름이에요.`,
    means: (name, meaning) => `${name}${particle(name, "은는")} 다른 것을 뜻해요: ${meaning}`,
    about: (name, front, back) => `${name}${particle(name, "은는")} 다른 것이에요. ${front} ${back}`,
    notAsked: (name) => `${name}${particle(name, "은는")} 여기서 묻는 것이 아니에요.`,
  },
  en: {
    otherName: (name, of) => `${name} is another name of “${of}”.`,
    means: (name, meaning) => `${name} means something else: ${meaning}`,
    about: (name, front, back) => `${name} is something else. ${front} ${back}`,
    notAsked: (name) => `${name} is not what is asked here.`,
  },
};

/** One or two sentences in the language of the neighbours. */
export function explainOption(
  concept: CourseConcept,
  text: string,
  asks: TermAnswer["asks"],
  neighbours: Neighbours,
): string {
  const say = wordings[neighbours.locale];
  const other = Object.values(concept.names).find((name) => scriptOf(name) !== scriptOf(text));
  if (asks !== "term" && other) return say.otherName(text, other);
  const explaining = explainingCard(concept.id, neighbours);
  if (!explaining) return say.notAsked(text);
  const { card, isDefinition } = explaining;
  return isDefinition ? say.means(text, card.back) : say.about(text, card.front, card.back);
}
