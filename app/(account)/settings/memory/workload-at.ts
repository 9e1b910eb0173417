/** What lies between the computed points of a workload curve: straight lines. */
export interface WorkloadPoint {
  retention: number;
  minutesPerDay: number;
  remembered: number | null;
}

/** The workload at a desired recall; `points` grow in theirs, and beyond the ends the end holds. */
export function workloadAt(points: readonly WorkloadPoint[], retention: number): WorkloadPoint {
  const after = points.find((point) => point.retention >= retention) ?? points.at(-1);
  const before = points.findLast((point) => point.retention <= retention) ?? points[0];
  if (!after || !before) return { retention, minutesPerDay: 0, remembered: null };
  const span = after.retention - before.retention;
  const share = span === 0 ? 0 : (retention - before.retention) / span;
  const between = (from: number, to: number) => from + share * (to - from);
  return {
    retention,
    minutesPerDay: between(before.minutesPerDay, after.minutesPerDay),
    remembered:
      before.remembered === null || after.remembered === null
        ? null
        : between(before.remembered, after.remembered),
  };
}
