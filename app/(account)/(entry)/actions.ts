"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { localeCookie } from "@/app/_i18n/locale-cookie";
import { keepFor, themeCookie } from "@/app/_shell/theme";
import type { Reply } from "@/app/_shell/use-submit";
import { writeSessionCookie } from "@/lib/server/auth/session-cookie";
import { addressIn } from "@/lib/server/http/address-in";
import type { Throttled } from "@/lib/server/people/limit-tries";
import { type RegistrationFailure, registerVisitor } from "@/lib/server/people/register";
import { signIn } from "@/lib/server/people/sign-in";
import { landingOf } from "./landing";

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const visitorAddress = async () => addressIn((await headers()).get("x-forwarded-for"));

const patienceAsked = async ({ retryAfterMs }: Throttled): Promise<string> =>
  (await getWords("account"))("tooMany", { seconds: Math.ceil(retryAfterMs / 1_000) });

/** Opens a session and goes to the page that was asked for; a choice of language made before stays. */
export async function enter(form: FormData): Promise<Reply> {
  const t = await getWords("account");
  const [email, password] = [textIn(form, "email"), textIn(form, "password")];
  const outcome = await signIn({ email, password, address: await visitorAddress() }, Date.now());
  if (!outcome.ok) {
    const { error } = outcome;
    const message = error.kind === "throttled" ? await patienceAsked(error) : t("wrongPassword");
    return { error: { field: "password", message } };
  }
  const { person, sessionId } = outcome.value;
  await writeSessionCookie(person.id, sessionId);
  const jar = await cookies();
  if (!jar.has(localeCookie)) jar.set(localeCookie, person.locale, keepFor);
  if (!jar.has(themeCookie)) jar.set(themeCookie, person.theme, keepFor);
  redirect(landingOf(form.get("to")));
}

const fieldOf = {
  "email-invalid": ["email", "emailInvalid"],
  "email-taken": ["email", "emailTaken"],
  "name-empty": ["name", "nameNeeded"],
  "name-long": ["name", "nameLong"],
  "password-short": ["password", "passwordShort"],
  "password-long": ["password", "passwordLong"],
  "password-common": ["password", "passwordCommon"],
} as const satisfies Record<RegistrationFailure["kind"], readonly [string, string]>;

/** Makes an account and signs in with it. */
export async function createAccount(form: FormData): Promise<Reply> {
  const t = await getWords("account");
  const input = {
    email: textIn(form, "email"),
    name: textIn(form, "name"),
    password: textIn(form, "password"),
    zone: textIn(form, "zone"),
    locale: await getLocale(),
  };
  const outcome = await registerVisitor(input, await visitorAddress(), Date.now());
  if (outcome.ok) return enter(form);
  if (outcome.error.kind === "throttled") {
    return { error: { field: "", message: await patienceAsked(outcome.error) } };
  }
  const [field, key] = fieldOf[outcome.error.kind];
  return { error: { field, message: t(key) } };
}
