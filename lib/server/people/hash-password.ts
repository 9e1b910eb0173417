import { hash, type Options, verify } from "@node-rs/argon2";
import { normalisePassword } from "@/lib/core/people/password";

/** argon2id (the default of the library) with 19 MiB, two passes and one lane (OWASP's first recommendation). */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const currentHash = "$argon2id$v=19$m=19456,t=2,p=1$";

let decoy: Promise<string> | null = null;

/** A salted hash with its parameters in it. */
export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), options);

/** Compares with the stored hash; without one it works as long on another and says no. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(stored ?? (await decoy), normalisePassword(password));
  return matches && stored !== null;
}

/** Whether a hash was made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(currentHash);
