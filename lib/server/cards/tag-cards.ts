import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { foldTag } from "@/lib/core/study/search-cards";
import { addTag, removeTag } from "@/lib/db/tags";
import { theStore } from "../store";
import { type CardsFailure, findOwnCards } from "./find-own-cards";

export const longestTag = 40;

/** Puts a tag on cards or takes it off, in one transaction; says the tag as it is kept and how many cards changed. */
export async function tagCards(
  person: Person,
  cardIds: readonly CardId[],
  change: { tag: string; isAdded: boolean },
): Promise<Result<{ tag: string; changed: number }, CardsFailure | { kind: "tag-unusable" }>> {
  const tag = foldTag(change.tag);
  if (tag === "" || tag.length > longestTag || /["\p{C}]/u.test(tag)) return fail({ kind: "tag-unusable" });
  const own = await findOwnCards(person, cardIds);
  if (!own.ok) return own;
  const write = change.isAdded ? addTag : removeTag;
  const changed = await theStore().tx((db) => write(db, person.id, own.value, tag));
  return ok({ tag, changed });
}
