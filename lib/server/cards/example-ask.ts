import { drawVariant } from "@/lib/core/questions/draw-variant";
import { familyOf } from "@/lib/core/questions/registry";
import type { Text } from "@/lib/core/text";

interface Example {
  title: Text;
  prompt: Text;
}
const kept = new Map<string, Example>();

/** Name and prompt of a computed card, with numbers that are only an example; null when no family has this name any more. */
export function exampleAsk(familyId: string): Example | null {
  const known = kept.get(familyId);
  if (known) return known;
  const family = familyOf(familyId);
  if (!family) return null;
  const { prompt } = family.ask(drawVariant(family, 1, 1).params);
  const example = { title: family.title, prompt };
  kept.set(familyId, example);
  return example;
}
