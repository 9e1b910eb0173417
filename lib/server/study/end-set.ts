import type { Person } from "@/lib/core/people/person";
import { endSets } from "@/lib/db/sets";
import { theStore } from "../store";

/** Ends the set that a learner is in. Its cards never left their course, so there is nothing to put back. */
export const endSet = (person: Person, now: number): Promise<void> =>
  theStore().tx((db) => endSets(db, person.id, now));
