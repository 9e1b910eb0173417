/** Times requests: one after another, or several senders at once, each waiting for its own answer. */
export interface Load {
  requests: number;
  p50: number;
  p99: number;
  perSecond: number;
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

const round = (value: number) => Math.round(value * 100) / 100;

/** @param senders each sends its next request and resolves when it was answered; `each` says how many times. */
export async function timeLoad(senders: readonly (() => Promise<void>)[], each: number): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    senders.map(async (send) => {
      for (let sent = 0; sent < each; sent += 1) {
        const from = performance.now();
        await send();
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  return {
    requests: took.length,
    p50: round(quantile(took, 0.5)),
    p99: round(quantile(took, 0.99)),
    perSecond: round(took.length / seconds),
  };
}
