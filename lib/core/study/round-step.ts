/** The smallest of 1, 2, 5, 10, 20, 50 … of which `count` reach `most`. */
export function roundStep(most: number, count: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const step of [1, 2, 5]) if (most <= step * ten * count) return step * ten;
  }
}
