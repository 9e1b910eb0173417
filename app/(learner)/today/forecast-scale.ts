/** How many cards one block of the forecast stands for. */
const mostBlocks = 20;

/** The smallest of 1, 2, 5, 10, 20, 50 … with which the fullest day still fits. */
export function cardsPerBlock(cards: readonly number[]): number {
  const most = Math.max(0, ...cards);
  for (let ten = 1; ; ten *= 10) {
    for (const step of [1, 2, 5]) if (most <= step * ten * mostBlocks) return step * ten;
  }
}
