import { isNotSaved } from "@/lib/db/not-saved";

/** What to tell a person about an error that nobody expected: that their work was not saved, or only that it failed. */
export const crashKind = (error: unknown): "not-saved" | "unexpected" =>
  isNotSaved(error) ? "not-saved" : "unexpected";
