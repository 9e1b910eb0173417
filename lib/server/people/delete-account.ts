import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import { removeAccount } from "@/lib/db/users";
import { log } from "../log";
import { theStore } from "../store";
import type { Throttled } from "./limit-tries";
import { provePassword } from "./prove-password";

/** Removes a person with sessions, memories and reviews, after asking for the password. There is no way back. */
export async function deleteAccount(
  person: Person,
  password: string,
  now: number,
): Promise<Result<null, { kind: "wrong-password" } | Throttled>> {
  const proof = await provePassword(person, password, now);
  if (!proof.ok) return proof;
  await theStore().tx((db) => removeAccount(db, person.id));
  log.info({ user: person.id }, "account deleted");
  return ok(null);
}
