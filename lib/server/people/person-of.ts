import type { Person } from "@/lib/core/people/person";
import type { Account } from "@/lib/db/users";

/** An account without what proves it: the only form that leaves the sign-in code. */
export function personOf({
  passwordHash: _,
  sessionVersion: __,
  createdAt: ___,
  feedHash: ____,
  ...person
}: Account): Person {
  return person;
}
