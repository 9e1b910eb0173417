"use server";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { asId, type TokenId } from "@/lib/core/ids";
import { tokenScopes } from "@/lib/core/people/token-scope";
import { endToken, makeToken } from "@/lib/server/people/tokens";
import { textIn } from "../form-values";
import { requireUser } from "../require-user";

/** Makes a key; the answer is the only place where it ever stands. */
export async function makeKey(form: FormData): Promise<Reply & { token?: string }> {
  const user = await requireUser("/settings/keys");
  const t = wordsIn(user.locale, "study");
  const scopes = textIn(form, "scope") === "read" ? tokenScopes.slice(0, 1) : tokenScopes;
  const made = await makeToken(user, { name: textIn(form, "name"), scopes }, Date.now());
  if (made.ok) return { error: null, token: made.value.token };
  const isFull = made.error.kind === "too-many-tokens";
  return {
    error: isFull ? { field: "", message: t("keyTooMany") } : { field: "name", message: t("keyNameInvalid") },
  };
}

export async function revokeKey(form: FormData): Promise<Reply> {
  const user = await requireUser("/settings/keys");
  await endToken(user, asId<TokenId>(textIn(form, "id")), Date.now());
  return { error: null, done: wordsIn(user.locale, "study")("keyRevoked") };
}
