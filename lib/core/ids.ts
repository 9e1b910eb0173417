/** Branded identifiers: a card id can never be passed where a user id is wanted. */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type CourseId = Id<"course">;
export type ConceptId = Id<"concept">;
export type CardId = Id<"card">;
export type ReviewId = Id<"review">;
export type SetId = Id<"set">;
export type TokenId = Id<"token">;
export type FitId = Id<"fit">;
export type ReportId = Id<"report">;

/** Marks a string that the caller knows to be an id of this kind (read from a row, or parsed at the edge). */
export const asId = <T extends Id<string>>(text: string): T => text as T;
