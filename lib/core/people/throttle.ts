/**
 * Decides how long signing in pauses after failures, and what else is dear after very many tries. The pause grows and always ends: nobody can lock an account for
 * good, and a whole classroom behind one address is not slowed down.
 */
const second = 1000;

export interface Patience {
  /** Tries that cost nothing. */
  free: number;
  longestMs: number;
}

export const patience = {
  account: { free: 5, longestMs: 60 * second },
  address: { free: 100, longestMs: 900 * second },
  import: { free: 200, longestMs: 60 * second },
  registration: { free: 200, longestMs: 900 * second },
} as const satisfies Record<string, Patience>;

/** Failures older than this are forgotten. */
export const rememberedMs = 24 * 3600 * second;

/** Milliseconds until the next try: none at first, then 2 s, doubling up to the longest pause. */
export function pauseAfter(failures: number, sinceLastMs: number, { free, longestMs }: Patience): number {
  if (failures < free) return 0;
  const pause = Math.min(2 ** Math.min(failures - free + 1, 20) * second, longestMs);
  return Math.max(0, pause - sinceLastMs);
}
