/** Variants of the question families as the practice page shows them, with what is right and wrong. */
import { runReference } from "@/lib/core/compute/reference";
import type { AnswerForm } from "@/lib/core/questions/answer-form";
import { bareTruth } from "@/lib/core/questions/answer-values";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import type { Level } from "@/lib/core/questions/family";
import { familyOf } from "@/lib/core/questions/registry";

export interface Shown {
  address: string;
  prompt: { ko: string; en: string };
  form: AnswerForm;
  truth: unknown;
}

/** The truth of a variant by the float64 reference, as bare JSON. */
export function truthIn(id: string, params: unknown): unknown {
  const family = familyOf(id);
  if (!family) throw new Error(`no family ${id}`);
  const run = runReference(family.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return bareTruth(family.read(run.value, params));
}

/** The first seed of a level at which the family asks in this form. */
export function variantAsking(id: string, level: Level, kind: AnswerForm["kind"]): Shown {
  const family = familyOf(id);
  if (!family) throw new Error(`no family ${id}`);
  for (let seed = 1; seed < 200; seed += 1) {
    const { params } = drawVariant(family, seed, level);
    const { answer: form, prompt } = family.ask(params);
    if (form.kind !== kind) continue;
    const truth = truthIn(id, params);
    return { address: `/practice/${id}?seed=${seed}&level=${level}`, prompt, form, truth };
  }
  throw new Error(`${id} does not ask for ${kind} at level ${level}`);
}
