"use server";
import { cookies } from "next/headers";
import { localeCookie } from "@/app/_i18n/get-locale";
import type { Theme } from "@/lib/core/people/person";
import { isLocale } from "@/lib/core/text";
import { isTheme, themeCookie } from "./theme";

const aYear = { path: "/", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" } as const;

/** Answers in the chosen language from now on. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, aYear);
}

/** Keeps the palette for the next visit. */
export async function chooseTheme(theme: Theme): Promise<void> {
  if (!isTheme(theme)) return;
  (await cookies()).set(themeCookie, theme, aYear);
}
