/**
 * Decides by how many days an interval may be moved so that cards learned together do not return together.
 * Ranges as in scheduling.md L10 (Anki's): none below 2.5 days, then 1 day plus 15 %, 10 % and 5 % by stretches.
 */
const stretches = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
];

/** Fewest and most whole days for an interval in days, kept within `least` and `most`. */
export function fuzzRange(days: number, least: number, most: number): [number, number] {
  const target = Math.min(Math.max(days, least), most);
  if (target < 2.5) return [Math.round(target), Math.round(target)];
  const reach = stretches.reduce(
    (sum, { from, to, share }) => sum + share * Math.max(0, Math.min(target, to) - from),
    1,
  );
  const within = (value: number) => Math.min(Math.max(Math.round(value), least), most);
  return [within(target - reach), within(target + reach)];
}
