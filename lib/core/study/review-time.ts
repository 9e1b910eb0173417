/**
 * Decides when a review counts as made. The server's clock decides: a device that runs ahead is not believed, one that
 * says when it sent its log is corrected by the difference, and no review lies before the one of the card before it, not
 * even when the server's own clock was put back.
 */
export interface ToldTime {
  /** When the device says that the review was made, and that it sent it; epoch milliseconds. */
  at?: number | undefined;
  sentAt?: number | undefined;
}

/** `since`: the card's last review, or when it was made new again; null for neither. A device cannot know of a year ago. */
export function reviewTime({ at, sentAt }: ToldTime, now: number, since: number | null): number {
  const drift = sentAt === undefined ? 0 : now - sentAt;
  const told = at === undefined ? now : Math.min(now, Math.max(at + drift, now - longestOfflineMs));
  return Math.max(told, since ?? told);
}

const longestOfflineMs = 366 * 86_400_000;
