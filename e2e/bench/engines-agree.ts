/** How many variants of every family both engines decide alike, of seeds that no test draws. */
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { runReference } from "@/lib/core/compute/reference";
import { isSame } from "@/lib/core/questions/answer-values";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import { families } from "@/lib/core/questions/registry";

const firstSeed = 1_000_000;

export interface Agreement {
  variants: number;
  /** Variants of the family of which the fewest were compared. */
  fewest: number;
  /** What was decided differently: there should be none. */
  disagreements: { family: string; seed: number; params: unknown }[];
}

/** Compares as many variants of each family as `msEach` allow, at most `most`, over its levels in turn. */
export async function measureAgreement(msEach: number, most: number): Promise<Agreement> {
  const counts: number[] = [];
  const disagreements: Agreement["disagreements"] = [];
  for (const family of families) {
    const until = performance.now() + msEach;
    let count = 0;
    while (count < most && (count === 0 || performance.now() < until)) {
      const seed = firstSeed + count;
      const level = family.levels[count % family.levels.length] ?? 1;
      const { params } = drawVariant(family, seed, level);
      const program = family.solve(params);
      const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
      const isAlike =
        tensorflow.ok &&
        reference.ok &&
        isSame(family.read(tensorflow.value.output, params), family.read(reference.value, params));
      if (!isAlike) disagreements.push({ family: family.id, seed, params });
      count += 1;
    }
    counts.push(count);
  }
  return {
    variants: counts.reduce((sum, count) => sum + count, 0),
    fewest: Math.min(...counts),
    disagreements,
  };
}
