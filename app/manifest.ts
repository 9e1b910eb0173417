import type { MetadataRoute } from "next";
import { getLocale } from "./_i18n/get-locale";
import { getWords } from "./_i18n/get-words";

/** What a browser needs to install Epoch like a program. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [lang, t] = await Promise.all([getLocale(), getWords("shell")]);
  return {
    // Never to change: it tells an installed Epoch from any other.
    id: "/today",
    name: "Epoch",
    short_name: "Epoch",
    description: t("tagline"),
    lang,
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#f1f4ef",
    theme_color: "#f1f4ef",
    icons: [
      { src: "/app-icon/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/app-icon/512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/app-icon/192.png", sizes: "192x192", type: "image/png" },
    ],
  };
}
