import { randomUUID } from "node:crypto";
import { asId, type FitId, type UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isBetter } from "@/lib/core/schedule/fit-verdict";
import type { OwnWeights, WeightsKind } from "@/lib/core/study/study-rules";
import { addFit, type Fit, fitsOf, markFitUndone } from "@/lib/db/fits";
import type { Db } from "@/lib/db/store";
import { changeAccount, findAccount } from "@/lib/db/users";
import { personOf } from "../people/person-of";
import { theStore } from "../store";
import { coursesOf, type StudiedCourse } from "../study/course-index";
import { moveDueDays } from "../study/move-due-days";
import { rebuildLearner } from "../study/rebuild";
import type { Fitted } from "./fit-weights";

/** Stores what a fit came to, and puts its weights to use if they foretold better, with every memory made anew. */
export async function keepFit(
  userId: UserId,
  { kind, fitted, movesDays }: { kind: WeightsKind; fitted: Fitted; movesDays: boolean },
  now: number,
): Promise<void> {
  const { reviews, weights, before, losses } = fitted;
  const courses = await coursesOf(userId);
  await theStore().tx(async (db) => {
    const person = await findPerson(db, userId);
    if (!person) return;
    // Undone meanwhile in another tab: what it was compared with is gone.
    if (JSON.stringify(person.weights[kind] ?? null) !== JSON.stringify(before))
      throw new Error("the weights in use changed during the fit");
    const isKept = isBetter(losses);
    await addFit(db, {
      id: asId<FitId>(randomUUID()),
      userId,
      kind,
      at: now,
      reviews,
      weights,
      before,
      lossBefore: losses.before,
      lossAfter: losses.fitted,
      isKept: isKept ? 1 : 0,
      undoneAt: null,
    });
    if (isKept) await use(db, { person, kind, weights, courses: movesDays ? courses : [], now });
  });
}

/** Puts the weights before the learner's last kept fit of a kind back to use. */
export async function undoFit(
  person: Person,
  { kind, movesDays }: { kind: WeightsKind; movesDays: boolean },
  now: number,
): Promise<Result<null, { kind: "not-found" }>> {
  const courses = await coursesOf(person.id);
  return theStore().tx(async (db) => {
    const fit = keptFit(await fitsOf(db, person.id), kind);
    const current = await findPerson(db, person.id);
    if (!fit || !current) return fail({ kind: "not-found" as const });
    await markFitUndone(db, fit.id, now);
    await use(db, {
      person: current,
      kind,
      weights: fit.before,
      courses: movesDays ? courses : [],
      now,
    });
    return ok(null);
  });
}

/** The fit whose weights are in use, of fits with the newest first. */
export const keptFit = (fits: readonly Fit[], wanted: WeightsKind): Fit | null =>
  fits.find(({ kind, isKept, undoneAt }) => kind === wanted && isKept === 1 && undoneAt === null) ?? null;

interface Use {
  person: Person;
  kind: WeightsKind;
  /** Null for the usual ones. */
  weights: readonly number[] | null;
  /** Those whose due days are to follow. */
  courses: readonly StudiedCourse[];
  now: number;
}

async function use(db: Db, { person, kind, weights, courses, now }: Use): Promise<void> {
  const { [kind]: _, ...others } = person.weights;
  const own: OwnWeights = weights ? { ...others, [kind]: weights } : others;
  const changed = { ...person, weights: own };
  await changeAccount(db, person.id, { weights: own });
  await rebuildLearner(db, changed);
  if (courses.length > 0) await moveDueDays(db, changed, courses, now);
}

async function findPerson(db: Db, id: UserId): Promise<Person | null> {
  const account = await findAccount(db, { id });
  return account && personOf(account);
}
