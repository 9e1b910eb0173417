/** A bilingual course as its translated notes tell it: every line is the translation's own. */
import type { Locale } from "../text";
import type { CardSide, Course, Lines, Translation } from "./course";
import type { Alignment } from "./translate";

interface Placed {
  file: string;
  lines: Lines;
}

/** Cards without words in that language are left out. Warnings stay as they are: they name the file they speak of. */
export function showTranslation(course: Course, locale: Locale, { toTranslation }: Alignment): Course {
  const moved = <Thing extends Placed>(thing: Thing): Thing => {
    const from = toTranslation({ file: thing.file, line: thing.lines[0] });
    const to = toTranslation({ file: thing.file, line: thing.lines[1] });
    return from && to ? { ...thing, file: from.file, lines: [from.line, to.line] } : thing;
  };
  const cards = course.cards.flatMap(({ translation, ...card }) =>
    translation === undefined ? [] : [{ ...card, ...sideOf(translation) }],
  );
  const kept = new Set(cards.map(({ id }) => id));
  return {
    ...course,
    course: { ...course.course, locale },
    concepts: course.concepts.map(moved),
    cards: cards.map((card) => ({ ...card, siblings: card.siblings.filter((id) => kept.has(id)) })),
    links: course.links.map((link) => ({ ...link, ...toTranslation(link) })),
  };
}

const sideOf = ({ locale: _, ...side }: Translation): CardSide => side;
