/** Moves labels apart along one axis so that none covers another; each stays as near to its own place as it can. */

/** `wanted` are centres in pixels in any order; the answer has the same order, at least `gap` apart, within the bounds. */
export function placeLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const places: number[] = [];
  order.forEach(({ at }, rank) => {
    places[rank] = Math.max(at, rank === 0 ? from : (places[rank - 1] ?? from) + gap);
  });
  for (let rank = places.length - 1, most = to; rank >= 0; rank -= 1) {
    places[rank] = Math.min(places[rank] ?? most, most);
    most = (places[rank] ?? most) - gap;
  }
  const placed: number[] = [];
  order.forEach(({ index }, rank) => {
    placed[index] = places[rank] ?? 0;
  });
  return placed;
}
