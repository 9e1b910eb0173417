import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./_ui/styles/tokens.css";
import "./_ui/styles/base.css";
import "./_ui/styles/shell.css";
import "./_ui/styles/controls.css";
import "./_ui/styles/surfaces.css";
import "./_ui/styles/messages.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getLocale } from "./_i18n/get-locale";
import { getWords } from "./_i18n/get-words";
import { Words } from "./_i18n/words";
import { hasSingleKeys } from "./_shell/single-keys";
import { getTheme } from "./_shell/theme";

const paper = "#f1f4ef";
const chalkboard = "#0e1613";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("shell");
  return { title: { default: "Epoch", template: "%s · Epoch" }, description: t("tagline") };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await getTheme();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: theme === "dark" ? chalkboard : paper },
      { media: "(prefers-color-scheme: dark)", color: theme === "light" ? paper : chalkboard },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, keys, t] = await Promise.all([
    getLocale(),
    getTheme(),
    hasSingleKeys(),
    getWords("shell"),
  ]);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-keys={keys ? undefined : "off"}
    >
      <body>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        <Words namespaces={["failure"]}>{children}</Words>
      </body>
    </html>
  );
}
