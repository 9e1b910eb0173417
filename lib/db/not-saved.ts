const codes = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM|PROTOCOL)/;

/** Whether a write failed because the database could not take it now: locked, full, read-only or out of reach. */
export function isNotSaved(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && codes.test(error.code)) return true;
  return isNotSaved(error.cause);
}
