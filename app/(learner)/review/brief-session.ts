const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

export interface BriefSession {
  minutes: number;
  /** When it ends, in epoch milliseconds; null where the address does not say so yet. */
  until: number | null;
}

/**
 * The short session that an address asks for, of 1 to 120 minutes; null is a whole one. Its end stands in the address, so
 * that a reload is no new start; an end of another day, or further off than it can be, is none.
 */
export function briefSession(
  { minutes, until }: Record<string, string | string[] | undefined>,
  now: number,
): BriefSession | null {
  const wished = Number(minutes);
  if (!Number.isInteger(wished) || wished < 1 || wished > 120) return null;
  const end = Number(until);
  const isEnd = Number.isInteger(end) && end > now - dayMs && end <= now + wished * minuteMs;
  return { minutes: wished, until: isEnd ? end : null };
}

/** Its address, with its end. */
export const briefAddress = ({ minutes }: BriefSession, now: number): string =>
  `/review?minutes=${minutes}&until=${now + minutes * minuteMs}`;
