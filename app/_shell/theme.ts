/** Which of the two palettes a request asks for. */
import { cookies } from "next/headers";
import { localeKeptSeconds } from "@/app/_i18n/locale-cookie";
import { type Theme, themes } from "@/lib/core/people/person";

export const themeCookie = "theme";

/** How a choice of language or palette is kept in the browser: for a year, on every page. */
export const keepFor = { path: "/", maxAge: localeKeptSeconds, sameSite: "lax" } as const;

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** The palette chosen in this browser; "system" when none was. */
export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return isTheme(chosen) ? chosen : "system";
}
