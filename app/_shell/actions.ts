"use server";
import { cookies } from "next/headers";
import { localeCookie } from "@/app/_i18n/locale-cookie";
import type { Theme } from "@/lib/core/people/person";
import { isLocale } from "@/lib/core/text";
import { currentUser } from "@/lib/server/people/current-user";
import { changeSettings } from "@/lib/server/people/settings";
import { isTheme, keepFor, themeCookie } from "./theme";

/** Answers in the chosen language from now on, here and wherever this person signs in next. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, keepFor);
  const user = await currentUser();
  if (user) await changeSettings(user, { locale });
}

/** Keeps the palette for the next visit. */
export async function chooseTheme(theme: Theme): Promise<void> {
  if (!isTheme(theme)) return;
  (await cookies()).set(themeCookie, theme, keepFor);
  const user = await currentUser();
  if (user) await changeSettings(user, { theme });
}
