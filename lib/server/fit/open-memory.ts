import type { CourseId, FitId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { leastItems } from "@/lib/core/schedule/fit-verdict";
import { habitsFrom } from "@/lib/core/study/habits";
import type { ForetoldWorkload } from "@/lib/core/study/progress/progress";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { countFitItems, type Fit, fitsOf, gradeCounts } from "@/lib/db/fits";
import { allStates } from "@/lib/db/memories";
import { theStore } from "../store";
import { coursesOf } from "../study/course-index";
import { secondsPerAnswer } from "../study/forecast";
import { foretellWorkload } from "../study/foretell-workload";
import { type FitProgress, fitProgress } from "./fit-job";
import { keptFit } from "./keep-fit";

export const weightsKinds: readonly WeightsKind[] = ["notes", "skills"];

/** The weights of one kind of cards. */
export interface KindWeights {
  kind: WeightsKind;
  /** Reviews that a fit can learn from, and how many it lacks. */
  items: number;
  missing: number;
  isOwn: boolean;
  /** Whether a fit stands behind them that can be undone. */
  canUndo: boolean;
}

export interface PastFit extends Pick<Fit, "at" | "kind" | "reviews" | "lossBefore" | "lossAfter"> {
  id: FitId;
  outcome: "used" | "undone" | "not-better";
}

export interface CourseRecall {
  id: CourseId;
  title: string;
  /** What is set for the course; null follows the learner's own for all courses. */
  retention: number | null;
  workload: ForetoldWorkload[];
}

export interface MemorySettings {
  courses: CourseRecall[];
  /** The learner's desired recall wherever a course sets none. */
  usualRetention: number;
  kinds: KindWeights[];
  /** Newest first. */
  fits: PastFit[];
  progress: FitProgress;
}

/** Desired recall by course with what it costs, and the learner's own weights with their fits. */
export async function openMemory(person: Person, now: number): Promise<MemorySettings> {
  const { read } = theStore();
  const fits = await fitsOf(read, person.id);
  const states = new Map((await allStates(read, person.id)).map((state) => [state.cardId, state]));
  const seconds = await secondsPerAnswer(person);
  const given = await gradeCounts(read, person.id);
  const courses: CourseRecall[] = [];
  for (const course of await coursesOf(person.id)) {
    const { id, title, rules } = course;
    const habits = habitsFrom(
      given.filter(({ courseId }) => courseId === id),
      seconds,
    );
    const workload = foretellWorkload(person, course, { states, habits }, now);
    courses.push({ id, title, retention: rules.retention ?? null, workload });
  }
  const counted = await countFitItems(read, person.id);
  const kinds: KindWeights[] = [];
  for (const kind of weightsKinds) {
    const items = counted[kind];
    kinds.push({
      kind,
      items,
      missing: Math.max(0, leastItems - items),
      isOwn: person.weights[kind] !== undefined,
      canUndo: keptFit(fits, kind) !== null,
    });
  }
  return {
    courses,
    usualRetention: rulesOf(person).retention,
    kinds,
    fits: fits.map((fit) => ({ ...fit, outcome: outcomeOf(fit) })),
    progress: fitProgress(person.id),
  };
}

function outcomeOf({ isKept, undoneAt }: Fit): PastFit["outcome"] {
  if (isKept === 0) return "not-better";
  return undoneAt === null ? "used" : "undone";
}
