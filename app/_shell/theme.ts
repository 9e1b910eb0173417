/** Which of the two palettes a request asks for. */
import { cookies } from "next/headers";
import { type Theme, themes } from "@/lib/core/people/person";

export const themeCookie = "theme";

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** The palette chosen in this browser; "system" when none was. */
export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return isTheme(chosen) ? chosen : "system";
}
