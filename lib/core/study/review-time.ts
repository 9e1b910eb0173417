/**
 * Decides when a review counts as made. The server's clock decides: a device that runs ahead is not believed, one that
 * says when it sent its log is corrected by the difference, and no review lies before the one of the card before it.
 */
export interface ToldTime {
  /** When the device says that the review was made, and that it sent it; epoch milliseconds. */
  at?: number | undefined;
  sentAt?: number | undefined;
}

/** `since`: the card's last review, or null. A device cannot know of a year ago. */
export function reviewTime({ at, sentAt }: ToldTime, now: number, since: number | null): number {
  if (at === undefined) return now;
  const told = sentAt === undefined ? at : at + (now - sentAt);
  return Math.min(now, Math.max(told, now - longestOfflineMs, since ?? Number.NEGATIVE_INFINITY));
}

const longestOfflineMs = 366 * 86_400_000;
