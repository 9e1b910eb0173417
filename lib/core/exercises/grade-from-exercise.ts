/** Proposes the grade of a judged exercise (learning-model.md); a note card's learner may choose another. */
import { gradeFromVerdict } from "../schedule/derive-grade";
import type { Grade } from "../schedule/memory";
import type { Exercise, Judged } from "./exercise";

/** With less than half of it right, an answer was not recalled. */
const recalled = 0.5;

/**
 * Right is Good, or Easy when faster than the learner's own `fastMs` for this card; partly right is Hard, wrong and less
 * than half right are Again. Of a matching all pairs are recalled or it is Again: the last ones follow from the others.
 * Null when unreadable: that is no answer yet.
 */
export function gradeFromExercise(
  kind: Exercise["kind"],
  { verdict, credit }: Pick<Judged, "verdict" | "credit">,
  time: { takenMs: number; fastMs: number | null },
): Grade | null {
  if (verdict === "unreadable") return null;
  if (verdict === "partly" && kind === "matching") return "again";
  if (verdict === "partly") return credit >= recalled ? "hard" : "again";
  return gradeFromVerdict({ verdict, ...time });
}
