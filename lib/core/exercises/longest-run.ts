/** The longest increasing subsequence of distinct numbers, the earliest where several are as long; O(n²). */
export function longestRun(places: readonly number[]): number[] {
  const endingAt: number[][] = [];
  for (const place of places) {
    const before = endingAt.filter((run) => (run.at(-1) ?? -1) < place);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    endingAt.push([...longest, place]);
  }
  return endingAt.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
}
