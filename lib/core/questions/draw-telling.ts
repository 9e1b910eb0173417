/** Draws until a variant tells its wrong rules apart: what every family needs and none should write again. */
import { runReference } from "../compute/reference";
import type { Rng } from "../rng";
import type { Truth } from "./answer-form";
import { isSame, toleranceOf } from "./answer-values";
import { matchingSlips, wrongValues } from "./check";
import type { Family } from "./family";

const attempts = 2000;
/** Wrong values keep this many tolerances away from the truth. */
const room = 5;

type Judging<Params> = Pick<Family<Params>, "id" | "solve" | "read" | "mistakes" | "legal">;

/**
 * The first of the proposed params that are legal, can be computed, and give at least `least` distinct wrong values
 * (or, where a slip is to be separated, give that slip a value of its own). Throws when none of 2,000 does: then the
 * proposal is at fault.
 */
export function drawTelling<Params>(
  family: Judging<Params>,
  rng: Rng,
  propose: (rng: Rng) => Params,
  { separating, least = 3 }: { separating?: string | undefined; least?: number } = {},
): Params {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const params = propose(rng);
    if (isTelling(family, params, separating, least)) return params;
  }
  throw new Error(`${family.id}: no variant ${separating ? `separates ${separating}` : "tells slips apart"}`);
}

function isTelling<Params>(
  family: Judging<Params>,
  params: Params,
  separating: string | undefined,
  least: number,
): boolean {
  if (!family.legal(params)) return false;
  const run = runReference(family.solve(params));
  if (!run.ok) return false;
  const truth = family.read(run.value, params);
  const wrong = wrongValues(family, params, truth);
  if (!wrong.every(({ value }) => isClear(value, truth))) return false;
  if (separating === undefined) return countDistinct(wrong.map(({ value }) => value)) >= least;
  const own = wrong.find(({ mistake }) => mistake.slip === separating);
  return own !== undefined && matchingSlips(wrong, truth, own.value).length === 1;
}

/** Exact forms only have to differ; a real number keeps its distance. */
function isClear(value: Truth, truth: Truth): boolean {
  if (value.kind !== "number" || truth.kind !== "number") return true;
  const distance = Math.abs(value.value - truth.value);
  return distance >= room * toleranceOf(truth.value, truth.decimals);
}

const countDistinct = (values: Truth[]): number =>
  values.filter((value, at) => values.findIndex((other) => isSame(value, other)) === at).length;
