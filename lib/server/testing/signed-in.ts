import { randomUUID } from "node:crypto";
import type { Person } from "@/lib/core/people/person";
import { findAccount } from "@/lib/db/users";
import { sealSession, sessionCookieName } from "../auth/session-token";
import { openSession } from "../people/sessions";
import { theStore } from "../store";

/** For tests: the cookie of a new session of this person. */
export async function signedIn(person: Person, now: number): Promise<string> {
  process.env.AUTH_SECRET ??= `${randomUUID()}-${randomUUID()}`;
  const account = await findAccount(theStore().read, { id: person.id });
  if (!account) throw new Error(`signedIn: nobody is ${person.id}`);
  const session = await theStore().tx((db) => openSession(db, account, now));
  return `${sessionCookieName()}=${await sealSession(person.id, session)}`;
}
