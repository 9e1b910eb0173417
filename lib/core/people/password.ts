/**
 * Decides which passwords are accepted: 8 to 256 characters of any kind, not one of the most common. Passwords are
 * compared in NFKC, so that the same keys give the same password on every machine.
 */
import { fail, ok, type Result } from "../result";
import { commonPasswords } from "./common-passwords";

const shortest = 8;
const longest = 256;

export interface PasswordFailure {
  kind: "password-short" | "password-long" | "password-common";
}

export const normalisePassword = (password: string): string => password.normalize("NFKC");

/** The password as it is hashed, or why it is refused. Characters are counted as code points. */
export function checkPassword(password: string): Result<string, PasswordFailure> {
  if (password.length > longest * 4) return fail({ kind: "password-long" });
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < shortest) return fail({ kind: "password-short" });
  if (length > longest) return fail({ kind: "password-long" });
  if (commonPasswords.has(normal.toLowerCase())) return fail({ kind: "password-common" });
  return ok(normal);
}
