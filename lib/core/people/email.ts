/** Decides what counts as an email address and when two are the same. */

/** NFKC, trimmed, lower case: the form that is stored and compared. */
export const normaliseEmail = (email: string): string => email.normalize("NFKC").trim().toLowerCase();

/** Something, an at sign, a host with a dot or "localhost"; whether mail arrives there only a mail can tell. */
export function isEmail(normal: string): boolean {
  if (normal.length > 254) return false;
  return /^[^\s@"'<>()[\],;:\\]+@([a-z0-9\p{L}-]+\.)*[a-z0-9\p{L}-]+$/u.test(normal);
}
