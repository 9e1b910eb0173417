/** The tag of a card that lapses again and again. */
export const leechTag = "leech";
