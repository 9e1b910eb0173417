/** Fits a learner's weights. Heavy: only a process of its own runs it (lib/cli/fit-weights.ts). */
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from "@open-spaced-repetition/binding";
import type { UserId } from "@/lib/core/ids";
import { rulesOf } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { type FitItem, fitItems, heldOutSplit } from "@/lib/core/schedule/fit-items";
import { type Losses, trainShare } from "@/lib/core/schedule/fit-verdict";
import { logLoss } from "@/lib/core/schedule/log-loss";
import { rating } from "@/lib/core/schedule/trace";
import { areUsable } from "@/lib/core/schedule/usable-weights";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { schedulingOf } from "@/lib/core/study/study-rules";
import { fitRows } from "@/lib/db/fits";
import { findAccount } from "@/lib/db/users";
import { theStore } from "../store";

export interface Fitted {
  /** Reviews that the fit and its test took into account. */
  reviews: number;
  weights: number[];
  /** The weights in use when it began, null for the usual ones. */
  before: number[] | null;
  /** On the later reviews, which the fit did not see. */
  losses: Losses;
}

/**
 * Fits one kind of a learner's cards to the earlier part of their log and tests it on the later part. The weights
 * given are the tested ones: what is said of them was measured on them. `tell` hears shares done, 0 to 1.
 */
export async function fitWeights(
  userId: UserId,
  kind: WeightsKind,
  tell: (share: number) => void,
): Promise<Result<Fitted, { kind: "nothing" | "unusable" }>> {
  const { read } = theStore();
  const account = await findAccount(read, { id: userId });
  const items = fitItems(await fitRows(read, userId, kind));
  if (!account || items.length === 0) return fail({ kind: "nothing" });
  const rules = rulesOf(account);
  const { train, test } = heldOutSplit(items, trainShare);
  const weights = await computeParameters(toBinding(train), {
    enableShortTerm: true,
    numRelearningSteps: rules.relearningSteps.length,
    progress: (done, whole) => {
      tell(whole > 0 ? done / whole : 0);
      return true;
    },
  });
  if (!areUsable(weights)) return fail({ kind: "unusable" });
  const before = account.weights[kind];
  const lossOf = (given: readonly number[] | undefined) =>
    logLoss(test, schedulingOf(rules, { weights: given }));
  const losses = { before: lossOf(before), usual: lossOf(undefined), fitted: lossOf(weights) };
  return ok({ reviews: items.length, weights, before: before ? [...before] : null, losses });
}

/** Items as the library takes them. Those of one card share its reviews: they would be most of the memory. */
function toBinding(items: readonly FitItem[]): FSRSBindingItem[] {
  const made = new Map<FitItem["reviews"], FSRSBindingReview[]>();
  return items.map(({ reviews, last }) => {
    const own =
      made.get(reviews) ?? reviews.map(({ grade, days }) => new FSRSBindingReview(rating[grade], days));
    made.set(reviews, own);
    return new FSRSBindingItem(own.slice(0, last + 1));
  });
}
