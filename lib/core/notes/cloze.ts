/** Decides how a blank is written in a card's front; the interface draws a gap wherever this mark stands. */
export const blankMark = "[ ? ]";

/** The text with the first place of these words left blank; words that do not stand in it leave it whole. */
export const blankOut = (text: string, words: string): string => text.replace(words, () => blankMark);
