/** Which language a request is answered in: the cookie that a choice leaves, else what the browser asks for. */
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isLocale, type Locale } from "@/lib/core/text";
import { localeCookie } from "./locale-cookie";
import { localeFromHeader } from "./locale-from-header";

export const getLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : localeFromHeader((await headers()).get("accept-language"));
});
