/** Decides the verdict on an answer, and which named wrong rules would have given it. */
import type { TableRow, Truth } from "./answer-form";
import { isSame, isSameGridCell } from "./answer-values";
import type { Checked, Family, Mistake } from "./family";
import { readAnswer } from "./read-answer";

/** `wrong`: the wrong values of these params, where the caller has computed them already. */
export function checkAnswer<Params>(
  family: Family<Params>,
  params: Params,
  truth: Truth,
  text: string,
  wrong?: readonly WrongValue<Params>[],
): Checked {
  const { answer } = family.ask(params);
  const given = readAnswer(answer, text);
  if (!given) return { verdict: "unreadable", credit: 0, slips: [] };
  if (isSame(given, truth)) return { verdict: "right", credit: 1, slips: [] };
  const options = answer.kind === "choices" ? answer.options.length : 0;
  return {
    verdict: "wrong",
    credit: creditOf(family, params, given, truth, options),
    slips: matchingSlips(wrong ?? wrongValues(family, params, truth), truth, given),
  };
}

/** What a mistake would have given instead of the truth. */
export interface WrongValue<Params> {
  mistake: Mistake<Params>;
  value: Truth;
}

/** Slips whose value differs from the truth: a mistake that happens to give the truth is no mistake here. */
export function wrongValues<Params>(
  family: Pick<Family<Params>, "mistakes">,
  params: Params,
  truth: Truth,
): WrongValue<Params>[] {
  return family.mistakes.flatMap((mistake) => {
    const value = mistake.gives(params, truth);
    return value && !isSame(value, truth) ? [{ mistake, value }] : [];
  });
}

/** Slips that explain every deviation of the given answer; of choices, each that explains one of them. */
export function matchingSlips<Params>(
  wrong: readonly WrongValue<Params>[],
  truth: Truth,
  given: Truth,
): string[] {
  return wrong
    .filter(({ value }) => isSame(given, value) || isTraced(value, given, truth))
    .map(({ mistake }) => mistake.slip);
}

/** Whether a slip's value shows in a given answer that mixes it with right parts. */
function isTraced(value: Truth, given: Truth, truth: Truth): boolean {
  if (value.kind === "choices" && given.kind === "choices" && truth.kind === "choices") {
    const made = changesOf(given.ids, truth.ids);
    return changesOf(value.ids, truth.ids).some((change) => made.includes(change));
  }
  if (value.kind === "grid" && given.kind === "grid" && truth.kind === "grid") {
    const off = wrongCells(given, truth);
    return off.length > 0 && off.every(([row, column]) => isSameGridCell(given, value, row, column));
  }
  if (value.kind === "table" && given.kind === "table" && truth.kind === "table") {
    const first = given.rows.findIndex((row, at) => !isSameRow(row, truth.rows[at]));
    return given.rows.slice(0, first + 1).every((row, at) => isSameRow(row, value.rows[at]));
  }
  return false;
}

const changesOf = (ids: string[], truth: string[]): string[] => [
  ...ids.filter((id) => !truth.includes(id)).map((id) => `+${id}`),
  ...truth.filter((id) => !ids.includes(id)).map((id) => `-${id}`),
];

const isSameRow = (one: TableRow | undefined, other: TableRow | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function wrongCells(given: Extract<Truth, { kind: "grid" }>, truth: Extract<Truth, { kind: "grid" }>) {
  return truth.rows.flatMap((cells, row) =>
    cells.flatMap((_, column) =>
      isSameGridCell(given, truth, row, column) ? [] : [[row, column] as [number, number]],
    ),
  );
}

/**
 * Share of the mark for an answer that is not all right. A map: its right cells. A table: its right rows, where a row
 * that follows rightly from the learner's own earlier rows counts. Several choices and cells: judged rightly minus
 * judged wrongly.
 */
function creditOf<Params>(
  family: Family<Params>,
  params: Params,
  given: Truth,
  truth: Truth,
  options: number,
): number {
  if (given.kind === "grid" && truth.kind === "grid") {
    const cells = truth.rows.flat().length;
    return (cells - wrongCells(given, truth).length) / cells;
  }
  if (given.kind === "table" && truth.kind === "table") {
    const right = truth.rows.filter((_, at) => isRowEarned(family, params, given.rows, truth.rows, at));
    return right.length / truth.rows.length;
  }
  if (given.kind === "choices" && truth.kind === "choices") {
    return Math.max(0, (options - 2 * changesOf(given.ids, truth.ids).length) / options);
  }
  if (given.kind === "cells" && truth.kind === "cells") {
    const named = (cells: [number, number][]) => cells.map((cell) => cell.join());
    const wrong = changesOf(named(given.cells), named(truth.cells)).length;
    return Math.max(0, (truth.cells.length - wrong) / truth.cells.length);
  }
  return 0;
}

/** Whether a row is right, or right after the rows that the learner gave before it. */
export function isRowEarned<Params>(
  family: Family<Params>,
  params: Params,
  given: TableRow[],
  truth: TableRow[],
  at: number,
): boolean {
  if (isSameRow(given[at], truth[at])) return true;
  const carried = family.carried?.(params, given.slice(0, at)) ?? null;
  return carried !== null && isSameRow(given[at], carried);
}
