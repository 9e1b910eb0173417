/** Keys to the HTTP API: made and shown once, kept as a hash, revoked at once. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { asId, type TokenId } from "@/lib/core/ids";
import { normaliseEmail } from "@/lib/core/people/email";
import type { Person } from "@/lib/core/people/person";
import type { TokenScope } from "@/lib/core/people/token-scope";
import { fail, ok, type Result } from "@/lib/core/result";
import { accountOfToken, addToken, revokeToken, tokensOf, touchToken } from "@/lib/db/tokens";
import { findAccount } from "@/lib/db/users";
import { log } from "../log";
import { theStore } from "../store";
import { personOf } from "./person-of";

const mostTokens = 20;
const longestTokenName = 60;
/** How exactly one is told when a token was last used; finer would write at every request. */
const touchMs = 3_600_000;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

export interface TokenFailure {
  kind: "too-many-tokens" | "name-empty" | "name-long";
}

export interface TokenShown {
  id: TokenId;
  name: string;
  scopes: TokenScope[];
  createdAt: number;
  lastUsedAt: number | null;
}

/** Makes a token; its secret is in the answer and nowhere else. */
export async function makeToken(
  person: Pick<Person, "id">,
  { name, scopes }: { name: string; scopes: readonly TokenScope[] },
  now: number,
): Promise<Result<{ id: TokenId; token: string }, TokenFailure>> {
  const called = name.normalize("NFC").trim();
  if (called === "") return fail({ kind: "name-empty" });
  if ([...called].length > longestTokenName) return fail({ kind: "name-long" });
  if ((await tokensOf(theStore().read, person.id)).length >= mostTokens)
    return fail({ kind: "too-many-tokens" });
  const token = `epoch_${randomBytes(32).toString("base64url")}`;
  const id = asId<TokenId>(randomUUID());
  await theStore().tx((db) =>
    addToken(db, {
      id,
      userId: person.id,
      hash: hashOf(token),
      name: called,
      scopes: [...scopes],
      createdAt: now,
      lastUsedAt: null,
      revokedAt: null,
    }),
  );
  log.info({ user: person.id, key: id, scopes }, "key made");
  return ok({ id, token });
}

/** The same for an account that an operator names by its email. */
export async function makeTokenFor(
  email: string,
  wanted: { name: string; scopes: readonly TokenScope[] },
  now: number,
): Promise<Result<{ token: string }, TokenFailure | { kind: "not-found" }>> {
  const account = await findAccount(theStore().read, { email: normaliseEmail(email) });
  return account ? makeToken(account, wanted, now) : fail({ kind: "not-found" });
}

/** Who is behind a token and what it allows, or null. */
export async function personOfToken(
  secret: string,
  now: number,
): Promise<{ person: Person; id: TokenId; scopes: readonly TokenScope[] } | null> {
  const found = await accountOfToken(theStore().read, hashOf(secret));
  if (!found) return null;
  const { token, account } = found;
  if (token.lastUsedAt === null || now - token.lastUsedAt > touchMs)
    await theStore().tx((db) => touchToken(db, token.id, now));
  return { person: personOf(account), id: token.id, scopes: token.scopes };
}

export async function listTokens(person: Person): Promise<TokenShown[]> {
  const rows = await tokensOf(theStore().read, person.id);
  return rows.map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
    id,
    name,
    scopes,
    createdAt,
    lastUsedAt,
  }));
}

/** False when there is no such token any more. */
export async function endToken(person: Person, id: TokenId, now: number): Promise<boolean> {
  const isEnded = await theStore().tx((db) => revokeToken(db, person.id, id, now));
  if (isEnded) log.info({ user: person.id, key: id }, "key revoked");
  return isEnded;
}
