/** Lets each caller send so many requests in a row and so many a second on average. Kept in this process only. */
/** Ten of the largest batches: who comes back after days without a connection is not held up. */
export const burst = 5_000;
const perSecond = 200;
const mostKept = 10_000;

interface Bucket {
  left: number;
  at: number;
}
const buckets = new Map<string, Bucket>();

/** Takes `cost` from the caller's bucket; when it is empty, the seconds to wait. */
export function limitRate(caller: string, now: number, cost = 1): { retryAfterSeconds: number } | null {
  const { left, at } = buckets.get(caller) ?? { left: burst, at: now };
  const filled = Math.min(burst, left + (Math.max(0, now - at) / 1_000) * perSecond);
  if (buckets.size > mostKept) buckets.clear();
  if (filled < cost) {
    buckets.set(caller, { left: filled, at: now });
    return { retryAfterSeconds: Math.ceil((cost - filled) / perSecond) };
  }
  buckets.set(caller, { left: filled - cost, at: now });
  return null;
}
