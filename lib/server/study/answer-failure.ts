/** Why an answer, an undo or a named slip was not taken. */
export interface StudyFailure {
  kind: "not-found" | "bad-request" | "stale" | "unreadable" | "not-latest";
}
