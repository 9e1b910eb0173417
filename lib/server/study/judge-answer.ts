import type { Prepared } from "@/lib/core/exercises/exercise";
import { gradeFromExercise } from "@/lib/core/exercises/grade-from-exercise";
import { judgeExercise } from "@/lib/core/exercises/judge-exercise";
import type { SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Variant } from "@/lib/core/questions/draw-variant";
import type { Checked, Verdict } from "@/lib/core/questions/family";
import { fail, ok, type Result } from "@/lib/core/result";
import { gradeFromVerdict, percentile20 } from "@/lib/core/schedule/derive-grade";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Answer } from "@/lib/core/study/review-card";
import type { CardState } from "@/lib/db/card-state";
import type { CardRow } from "@/lib/db/courses";
import { rightTimes } from "@/lib/db/reviews";
import { log } from "../log";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import type { CourseIndex } from "./course-index";
import { preparedExercise } from "./exercise";
import { askedVariant, checkGiven, hasSlip } from "./variant";

/** Enough of a learner's own times to know what is fast for them, and recent enough to be true. */
export const timesRead = 100;

/** An answer with its grade, and for a question what was asked and how the server judged it. */
export interface Judged {
  grade: Grade;
  separating: string | null;
  family: string | null;
  version: number | null;
  seed: number | null;
  params: unknown;
  given: string | null;
  verdict: Verdict | null;
  browserVerdict: Verdict | null;
  slips: string[];
  slip: string | null;
}

const unasked = {
  separating: null,
  family: null,
  version: null,
  seed: null,
  params: null,
  given: null,
  verdict: null,
  browserVerdict: null,
  slips: [],
  slip: null,
};

/** Finds the grade: the learner's own on a note card, the judge's on an exercise, the float64 reference's on a question. */
export async function judgeAnswer(
  person: Person,
  { course, card }: { course: CourseIndex; card: CardRow },
  state: CardState,
  { answer, takenMs, practisedIn = null }: { answer: Answer; takenMs: number; practisedIn?: SetId | null },
): Promise<Result<Judged, StudyFailure>> {
  if (card.family === null) {
    if (answer.kind === "grade") return ok(judgedByHand(answer.grade));
    const prepared =
      answer.kind === "exercise" ? preparedExercise(person.id, course, card, state, answer.locale) : null;
    if (answer.kind !== "exercise" || !prepared) return fail({ kind: "bad-request" });
    return judgeGiven(prepared, answer, takenMs);
  }
  if (answer.kind !== "given") return fail({ kind: "bad-request" });

  const { variant } = askedVariant(person.id, card.id, card.family, state, practisedIn);
  const checked = checkGiven(variant, answer.given);
  if (answer.browserVerdict !== null && answer.browserVerdict !== checked.verdict) {
    const { family, version, seed } = variant;
    log.error(
      { family, version, seed, server: checked.verdict, browser: answer.browserVerdict },
      "verdicts differ",
    );
  }
  if (checked.verdict === "unreadable") return fail({ kind: "unreadable" });
  const times = await rightTimes(theStore().read, person.id, card.family, timesRead);
  return ok(judgedQuestion(variant, checked, answer, { takenMs, times }));
}

/** A note card that the learner graded. */
export const judgedByHand = (grade: Grade): Judged => ({ ...unasked, grade });

/** A readable answer to a question. `times` are the learner's own, of right answers to the family, in milliseconds. */
export function judgedQuestion(
  variant: Variant,
  checked: Checked,
  answer: Pick<Extract<Answer, { kind: "given" }>, "given" | "browserVerdict" | "slip" | "isHinted">,
  { takenMs, times }: { takenMs: number; times: readonly number[] },
): Judged {
  const verdict = checked.verdict === "right" ? "right" : "wrong";
  const slip = slipOf(variant.family, checked, answer.slip);
  return {
    ...variant,
    grade: gradeFromVerdict({
      verdict,
      takenMs,
      fastMs: percentile20(times),
      isHinted: answer.isHinted === true,
    }),
    separating: slip,
    given: answer.given,
    verdict,
    browserVerdict: answer.browserVerdict,
    slips: checked.slips,
    slip,
  };
}

/** An exercise on a note card. What was asked and how it was judged is kept with the review. */
function judgeGiven(
  prepared: Prepared,
  { locale, given }: Extract<Answer, { kind: "exercise" }>,
  takenMs: number,
): Result<Judged, StudyFailure> {
  const judged = judgeExercise(prepared, given);
  const grade = gradeFromExercise(prepared.exercise.kind, judged, { takenMs, fastMs: null });
  if (grade === null) return fail({ kind: "unreadable" });
  return ok({
    ...unasked,
    grade,
    params: { locale, exercise: prepared.exercise, judged },
    given: JSON.stringify(given),
    verdict: judged.verdict === "right" ? "right" : "wrong",
  });
}

/** The misconception to separate next: the one the learner named, or the only one that fits a wrong answer. */
function slipOf(family: string, { verdict, slips }: Checked, named: string | undefined): string | null {
  if (verdict !== "wrong") return null;
  if (named !== undefined && hasSlip(family, named)) return named;
  return slips.length === 1 ? (slips[0] ?? null) : null;
}
