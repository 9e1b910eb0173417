import { drawVariant } from "@/lib/core/questions/draw-variant";
import type { Ask } from "@/lib/core/questions/family";
import { familyOf } from "@/lib/core/questions/registry";

const kept = new Map<string, Ask>();

/** What a computed card asks, with numbers that are only an example; null when no family has this name any more. */
export function exampleAsk(familyId: string): Ask | null {
  const known = kept.get(familyId);
  if (known) return known;
  const family = familyOf(familyId);
  if (!family) return null;
  const ask = family.ask(drawVariant(family, 1, 1).params);
  kept.set(familyId, ask);
  return ask;
}
