"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { wordsIn } from "@/app/_i18n/get-words";
import { localeCookie } from "@/app/_i18n/locale-cookie";
import { keysCookie } from "@/app/_shell/single-keys";
import { keepFor, themeCookie } from "@/app/_shell/theme";
import type { Reply } from "@/app/_shell/use-submit";
import { mostNewPerDay } from "@/lib/core/study/read-rules";
import { endBrowserSession, sessionOfBrowser } from "@/lib/server/auth/session-cookie";
import { changePassword } from "@/lib/server/people/change-password";
import { deleteAccount } from "@/lib/server/people/delete-account";
import { changeSettings, type Settings } from "@/lib/server/people/settings";
import { numberIn, textIn } from "./form-values";
import { requireUser } from "./require-user";

const wrongField = {
  "name-empty": ["name", "nameNeeded"],
  "name-long": ["name", "nameLong"],
  "zone-unknown": ["zone", "zoneInvalid"],
  "hour-outside": ["rolloverHour", "hourInvalid"],
  "new-per-day-outside": ["newPerDay", "newPerDayInvalid"],
  "bad-request": ["", "failed"],
} as const;

/** Saves the form as a whole; the answer is already in the language that was chosen. */
export async function saveSettings(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const change = {
    name: textIn(form, "name"),
    zone: textIn(form, "zone"),
    locale: textIn(form, "locale"),
    theme: textIn(form, "theme"),
    rolloverHour: numberIn(form, "rolloverHour"),
    newPerDay: numberIn(form, "newPerDay"),
  };
  // changeSettings refuses what is no locale and no theme.
  const outcome = await changeSettings(user, change as Settings);
  if (!outcome.ok) {
    const [field, key] = wrongField[outcome.error.kind];
    return { error: { field, message: wordsIn(user.locale, "settings")(key, { most: mostNewPerDay }) } };
  }
  const { locale, theme } = outcome.value;
  const jar = await cookies();
  jar.set(localeCookie, locale, keepFor);
  jar.set(themeCookie, theme, keepFor);
  jar.set(keysCookie, form.has("keys") ? "on" : "off", keepFor);
  return { error: null, done: wordsIn(locale, "settings")("saved") };
}

const throttled = (t: ReturnType<typeof wordsIn<"account">>, retryAfterMs: number): string =>
  t("tooMany", { seconds: Math.ceil(retryAfterMs / 1_000) });

/** Changes the password; every other browser has to sign in again. */
export async function savePassword(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const sessionId = await sessionOfBrowser();
  if (!sessionId) redirect("/sign-in?to=/settings");
  const t = wordsIn(user.locale, "settings");
  const account = wordsIn(user.locale, "account");
  const endKeys = form.has("endKeys");
  const change = {
    current: textIn(form, "current"),
    next: textIn(form, "next"),
    endOtherSessions: true,
    endKeys,
  };
  const outcome = await changePassword(user, sessionId, change, Date.now());
  if (outcome.ok) return { error: null, done: t(endKeys ? "passwordChangedKeys" : "passwordChanged") };
  const { error } = outcome;
  switch (error.kind) {
    case "wrong-password":
      return { error: { field: "current", message: t("wrongPassword") } };
    case "throttled":
      return { error: { field: "current", message: throttled(account, error.retryAfterMs) } };
    case "password-short":
      return { error: { field: "next", message: account("passwordShort") } };
    case "password-long":
      return { error: { field: "next", message: account("passwordLong") } };
    case "password-common":
      return { error: { field: "next", message: account("passwordCommon") } };
  }
}

/** Erases the account, after the phrase was typed and the password proved. */
export async function eraseAccount(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "settings");
  const phrase = t("deletePhrase");
  if (textIn(form, "phrase").trim().normalize("NFC") !== phrase) {
    return { error: { field: "phrase", message: t("deleteMismatch", { phrase }) } };
  }
  const outcome = await deleteAccount(user, textIn(form, "current"), Date.now());
  if (!outcome.ok) {
    const { error } = outcome;
    const message =
      error.kind === "throttled"
        ? throttled(wordsIn(user.locale, "account"), error.retryAfterMs)
        : t("wrongPassword");
    return { error: { field: "current", message } };
  }
  await endBrowserSession(Date.now());
  redirect("/sign-in");
}

/** Revokes the session, so that a copy of the cookie is worth nothing. */
export async function signOut(): Promise<never> {
  await endBrowserSession(Date.now());
  redirect("/sign-in");
}
