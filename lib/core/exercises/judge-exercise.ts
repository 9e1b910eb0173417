/** Judges what was given in an exercise. What says nothing is neither right nor wrong. */
import type { Exercise, ExerciseTruth, Given, Judged, Option, Part, Prepared } from "./exercise";
import { judgeList } from "./judge-list";
import { judgeTerm } from "./judge-term";
import { longestRun } from "./longest-run";

const unreadable: Judged = { verdict: "unreadable", credit: 0, parts: [] };

function judged(parts: Part[], credit = parts.filter((part) => part.isRight).length / parts.length): Judged {
  const isRight = parts.every((part) => part.isRight);
  return { verdict: isRight ? "right" : credit > 0 ? "partly" : "wrong", credit, parts };
}

const textOf = (options: readonly Option[], id: string | undefined): string =>
  options.find((option) => option.id === id)?.text ?? "";

type Kind<Union, Name> = Extract<Union, { kind: Name }>;

function judgeTyped(truth: Kind<ExerciseTruth, "typed">, texts: readonly string[]): Judged {
  if (!texts.some((text) => text.trim() !== "")) return unreadable;
  return judged(truth.targets.map((target, at) => judgeTerm(texts[at] ?? "", target, truth.names)));
}

function judgeChoice(
  { options }: Kind<Exercise, "choice">,
  { id: right, feedback }: Kind<ExerciseTruth, "choice">,
  id: string,
): Judged {
  if (!options.some((option) => option.id === id)) return unreadable;
  const part = { given: textOf(options, id), isRight: id === right, canonical: textOf(options, right) };
  return { ...judged([part]), feedback };
}

/** Each pair counts on its own. */
function judgeMatching(
  { terms, meanings }: Kind<Exercise, "matching">,
  truth: Kind<ExerciseTruth, "matching">,
  given: Record<string, string>,
): Judged {
  const isKnown = (id: string | undefined) => meanings.some((meaning) => meaning.id === id);
  if (!terms.some(({ id }) => isKnown(given[id]))) return unreadable;
  return judged(
    terms.map(({ id }) => ({
      given: textOf(meanings, given[id]),
      isRight: given[id] !== undefined && given[id] === truth.meanings[id],
      canonical: textOf(meanings, truth.meanings[id]),
    })),
  );
}

/**
 * Credit by the longest run that is in order: (run − 1) / (n − 1). One step put in a wrong place costs one step; credit by
 * neighbouring pairs would charge it three times. A reversed order has no credit.
 */
function judgeOrdering(
  { items }: Kind<Exercise, "ordering">,
  { order }: Kind<ExerciseTruth, "ordering">,
  given: readonly string[],
): Judged {
  const places = given.map((id) => order.indexOf(id));
  const isWhole = given.length === order.length && new Set(given).size === order.length;
  if (!isWhole || places.includes(-1)) return unreadable;
  const run = longestRun(places);
  const parts = given.map((id, at) => ({
    given: textOf(items, id),
    isRight: run.includes(places[at] ?? -1),
    canonical: textOf(items, order[at]),
  }));
  return judged(parts, (run.length - 1) / (order.length - 1));
}

/** An answer of another kind than the exercise is unreadable; so is any answer to a card that only reveals its back. */
export function judgeExercise({ exercise, truth }: Prepared, given: Given): Judged {
  if (truth.kind === "typed" && given.kind === "typed") return judgeTyped(truth, given.texts);
  if (truth.kind === "list" && given.kind === "list") {
    const parts = judgeList(truth, given.texts);
    return parts ? judged(parts) : unreadable;
  }
  if (exercise.kind === "choice" && truth.kind === "choice" && given.kind === "choice")
    return judgeChoice(exercise, truth, given.id);
  if (exercise.kind === "matching" && truth.kind === "matching" && given.kind === "matching")
    return judgeMatching(exercise, truth, given.meanings);
  if (exercise.kind === "ordering" && truth.kind === "ordering" && given.kind === "ordering")
    return judgeOrdering(exercise, truth, given.order);
  return unreadable;
}
