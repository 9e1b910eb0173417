/** Gives texts ids that say nothing of the truth. */
import type { Option } from "./exercise";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Ids by place: they tell the order on the page and nothing else. At most 26, as many as there are letters. */
export const letterOptions = (texts: readonly string[]): Option[] =>
  texts.slice(0, letters.length).map((text, at) => ({ id: letters.charAt(at), text }));
