import type { ReactNode } from "react";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { LocaleSwitch } from "@/app/_shell/locale-switch";
import { ThemeToggle } from "@/app/_shell/theme-toggle";
import { Logo } from "@/app/_ui/logo";
import { CurvePicture } from "./curve-picture";
import "./entry.css";

export default async function EntryLayout({ children }: { children: ReactNode }) {
  const t = await getWords("account");
  return (
    <main className="entry" id="main" tabIndex={-1}>
      <section className="art graph">
        <Logo />
        <div>
          <h1>{t("headline")}</h1>
          <p className="soft">{t("pitch")}</p>
        </div>
        <CurvePicture />
      </section>
      <section className="entry-form">
        <Words namespaces={["shell", "account"]}>
          <div className="entry-bar">
            <LocaleSwitch />
            <ThemeToggle />
          </div>
          {children}
        </Words>
      </section>
    </main>
  );
}
