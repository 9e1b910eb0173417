import type { SessionId } from "@/lib/core/ids";
import { normaliseEmail } from "@/lib/core/people/email";
import { checkPassword, type PasswordFailure } from "@/lib/core/people/password";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { renewSession } from "@/lib/db/sessions";
import { revokeTokens } from "@/lib/db/tokens";
import { changeAccount, endAllSessions, findAccount } from "@/lib/db/users";
import { log } from "../log";
import { theStore } from "../store";
import { hashPassword } from "./hash-password";
import type { Throttled } from "./limit-tries";
import { provePassword } from "./prove-password";

export interface PasswordChange {
  current: string;
  next: string;
  /** Signs the account out everywhere but here. */
  endOtherSessions: boolean;
  /** Revokes the keys to the API and takes the calendar address away: neither asks for a password. */
  endKeys: boolean;
}

/** Sets a new password for somebody who knows the old one. */
export async function changePassword(
  person: Person,
  sessionId: SessionId,
  change: PasswordChange,
  now: number,
): Promise<Result<null, { kind: "wrong-password" } | PasswordFailure | Throttled>> {
  const password = checkPassword(change.next);
  if (!password.ok) return password;
  const proof = await provePassword(person, change.current, now);
  if (!proof.ok) return proof;
  const passwordHash = await hashPassword(password.value);
  await theStore().tx(async (db) => {
    await changeAccount(db, person.id, { passwordHash, ...(change.endKeys && { feedHash: null }) });
    if (change.endKeys) await revokeTokens(db, person.id, now);
    if (change.endOtherSessions) await renewSession(db, sessionId, await endAllSessions(db, person.id));
  });
  log.info({ user: person.id, keysEnded: change.endKeys }, "password changed");
  return ok(null);
}

/** Sets a lost password on the operator's word and ends every session of the account. */
export async function resetPassword(
  email: string,
  next: string,
): Promise<Result<Pick<Person, "id" | "email" | "role">, { kind: "not-found" } | PasswordFailure>> {
  const password = checkPassword(next);
  if (!password.ok) return password;
  const account = await findAccount(theStore().read, { email: normaliseEmail(email) });
  if (!account) return fail({ kind: "not-found" });
  const passwordHash = await hashPassword(password.value);
  await theStore().tx(async (db) => {
    await changeAccount(db, account.id, { passwordHash });
    await endAllSessions(db, account.id);
  });
  return ok({ id: account.id, email: account.email, role: account.role });
}
