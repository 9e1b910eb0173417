import type { SessionId } from "@/lib/core/ids";
import { normaliseEmail } from "@/lib/core/people/email";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { removeExpiredSessions } from "@/lib/db/sessions";
import { changeAccount, findAccount } from "@/lib/db/users";
import { log } from "../log";
import { theStore } from "../store";
import { hashPassword, isOutdated, isPassword } from "./hash-password";
import { limitTries, type Throttled } from "./limit-tries";
import { personOf } from "./person-of";
import { openSession } from "./sessions";

export interface SignInInput {
  email: string;
  password: string;
  /** Network address of the visitor where it is known. */
  address: string | null;
}

export type SignInFailure = { kind: "bad-credentials" } | Throttled;

/** Checks email and password and opens a session. An unknown email and a wrong password look and take the same. */
export async function signIn(
  { email: typed, password, address }: SignInInput,
  now: number,
): Promise<Result<{ person: Person; sessionId: SessionId }, SignInFailure>> {
  const email = normaliseEmail(typed);
  return limitTries<{ person: Person; sessionId: SessionId }, { kind: "bad-credentials" }>(
    { account: email, address },
    now,
    async () => {
      const account = await findAccount(theStore().read, { email });
      const isRight = await isPassword(password, account?.passwordHash ?? null);
      if (!account || !isRight) {
        log.info("sign-in refused");
        return fail({ kind: "bad-credentials" });
      }
      const passwordHash = isOutdated(account.passwordHash) ? await hashPassword(password) : null;
      const sessionId = await theStore().tx(async (db) => {
        if (passwordHash !== null) await changeAccount(db, account.id, { passwordHash });
        await removeExpiredSessions(db, account.id, now);
        return openSession(db, account, now);
      });
      log.info({ user: account.id }, "signed in");
      return ok({ person: personOf(account), sessionId });
    },
  );
}
