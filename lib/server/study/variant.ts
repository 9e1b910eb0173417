import { runReference } from "@/lib/core/compute/reference";
import type { CardId, SetId, UserId } from "@/lib/core/ids";
import type { Truth } from "@/lib/core/questions/answer-form";
import { checkAnswer } from "@/lib/core/questions/check";
import { drawVariant, type Variant } from "@/lib/core/questions/draw-variant";
import type { Ask, Checked, Level } from "@/lib/core/questions/family";
import { type AnyFamily, familyOf } from "@/lib/core/questions/registry";
import { seedOf } from "@/lib/core/rng";
import type { Text } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";

/** Wider and harder numbers as the skill settles; back to the plain ones while it is being learned. */
export function levelOf({ phase, reps }: Pick<CardState, "phase" | "reps">): Level {
  if (phase !== "review") return 1;
  return reps < 6 ? 2 : 3;
}

/**
 * The variant of a learner's card in this state: always the same one, whoever asks and however often. One that is only
 * practised in a set has other numbers, so that it does not give away those of the day.
 */
export function askedVariant(
  userId: UserId,
  cardId: CardId,
  familyId: string,
  state: CardState,
  practisedIn: SetId | null = null,
): { variant: Variant; ask: Ask } {
  const family = requireFamily(familyId);
  const seed = seedOf(`${practisedIn ?? userId}:${cardId}:${state.revision}`);
  const variant = drawVariant(family, seed, levelOf(state), state.separating ?? undefined);
  return { variant, ask: family.ask(variant.params) };
}

/** The family of a variant, and what the float64 reference computes for it. */
export function solveVariant(variant: Variant): { family: AnyFamily; truth: Truth } {
  const family = requireFamily(variant.family);
  const output = runReference(family.solve(variant.params));
  if (!output.ok)
    throw new Error(`solveVariant: ${family.id} drew what cannot be computed: ${output.error.message}`);
  return { family, truth: family.read(output.value, variant.params) };
}

/** Judges what was typed or chosen with the float64 reference. */
export function checkGiven(variant: Variant, given: string): Checked {
  const { family, truth } = solveVariant(variant);
  return checkAnswer(family, variant.params, truth, given);
}

/** Name of the skill that a family asks for. */
export function titleOf(familyId: string): Text {
  return requireFamily(familyId).title;
}

export const hasSlip = (familyId: string, slip: string): boolean =>
  requireFamily(familyId).mistakes.some((mistake) => mistake.slip === slip);

function requireFamily(id: string): AnyFamily {
  const family = familyOf(id);
  if (!family) throw new Error(`No question family is called ${id}`);
  return family;
}
