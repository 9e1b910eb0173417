import { randomUUID } from "node:crypto";
import { asId, type SessionId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { accountOfSession, addSession, renewSession, revokeSession } from "@/lib/db/sessions";
import type { Db } from "@/lib/db/store";
import { type Account, endAllSessions } from "@/lib/db/users";
import { theStore } from "../store";
import { personOf } from "./person-of";

/** A session ends by itself after this many seconds. */
export const sessionSeconds = 30 * 24 * 3600;

/** Starts a session of an account whose password was just proved. */
export async function openSession(db: Db, account: Account, now: number): Promise<SessionId> {
  const id = asId<SessionId>(randomUUID());
  const { id: userId, sessionVersion } = account;
  await addSession(db, {
    id,
    userId,
    sessionVersion,
    createdAt: now,
    expiresAt: now + sessionSeconds * 1000,
  });
  return id;
}

/** Who is behind a session, or null when it was signed out, ran out or was ended with the others. */
export async function personOfSession(id: SessionId, now: number): Promise<Person | null> {
  const account = await accountOfSession(theStore().read, id, now);
  return account ? personOf(account) : null;
}

/** Ends a session: its token is refused from the next request on. */
export const closeSession = (id: SessionId, now: number): Promise<void> =>
  theStore().tx((db) => revokeSession(db, id, now));

/** Ends every session of the person but one. */
export const closeOtherSessions = (person: Person, kept: SessionId): Promise<void> =>
  theStore().tx(async (db) => renewSession(db, kept, await endAllSessions(db, person.id)));
