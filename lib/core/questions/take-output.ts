/** What a run left behind, by the kind that the family's own program must give. */
import type { Output, SingleOutput } from "../compute/program";

/** Throws when the run was of another kind: then `solve` and `read` of a family do not fit each other. */
export function takeOutput<Kind extends Output["kind"]>(
  output: Output,
  kind: Kind,
): Extract<Output, { kind: Kind }> {
  if (output.kind !== kind) throw new Error(`takeOutput: the run was ${output.kind}, not ${kind}`);
  return output as Extract<Output, { kind: Kind }>;
}

/** Outcomes of a batch of programs of one kind, in order; null for each that could not be done. */
export function takeBatch<Kind extends SingleOutput["kind"]>(
  output: Output,
  kind: Kind,
): (Extract<SingleOutput, { kind: Kind }> | null)[] {
  return takeOutput(output, "batch").outputs.map((outcome) =>
    outcome.ok ? (takeOutput(outcome.value, kind) as Extract<SingleOutput, { kind: Kind }>) : null,
  );
}
