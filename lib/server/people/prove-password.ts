import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findAccount } from "@/lib/db/users";
import { theStore } from "../store";
import { isPassword } from "./hash-password";
import { limitTries, type Throttled } from "./limit-tries";

/** Asks a signed-in person for the password again, before what cannot be taken back. */
export function provePassword(
  person: Person,
  password: string,
  now: number,
): Promise<Result<null, { kind: "wrong-password" } | Throttled>> {
  return limitTries<null, { kind: "wrong-password" }>({ account: person.email }, now, async () => {
    const account = await findAccount(theStore().read, { id: person.id });
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    return isRight ? ok(null) : fail({ kind: "wrong-password" });
  });
}
