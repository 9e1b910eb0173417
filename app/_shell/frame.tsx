import Link from "next/link";
import type { ReactNode } from "react";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { HelpDialog, type KeyHelp } from "@/app/_ui/help-dialog";
import { Icon } from "@/app/_ui/icon";
import { Logo } from "@/app/_ui/logo";
import { rulesOf } from "@/lib/core/people/person";
import { currentUser } from "@/lib/server/people/current-user";
import { EarlyInput } from "./early-input";
import { GoKeys } from "./go-keys";
import { KeptAnswers, KeptCount } from "./kept-answers";
import { LocaleSwitch } from "./locale-switch";
import { ThemeToggle } from "./theme-toggle";
import { ThisBrowser } from "./this-browser";

export type Place = "today" | "concepts" | "progress" | "lab" | "cards" | "courses" | "settings";

/** The bar on top, the tabs of a narrow screen, and the page between them. */
export async function Frame(props: {
  name: string;
  place: Place;
  keys?: readonly KeyHelp[];
  children: ReactNode;
}) {
  const { name, place } = props;
  const [t, user] = await Promise.all([getWords("shell"), currentUser()]);
  const here = (target: Place) => (target === place ? ({ "aria-current": "page" } as const) : {});
  const keys = [
    ...(props.keys ?? []),
    { keys: ["G", "T"], does: t("keyToday") },
    { keys: ["G", "C"], does: t("keyConcepts") },
    { keys: ["G", "P"], does: t("keyProgress") },
    { keys: ["G", "L"], does: t("keyLab") },
    { keys: ["G", "K"], does: t("keyCards") },
    { keys: ["G", "N"], does: t("keyCourses") },
    { keys: ["?"], does: t("keyHelp") },
    { keys: ["Esc"], does: t("keyClose") },
  ];
  return (
    <Words namespaces={["shell"]}>
      <GoKeys />
      {user ? <ThisBrowser userId={user.id} zone={user.zone} showsTimer={rulesOf(user).showsTimer} /> : null}
      <header className="top">
        <div className="top-in">
          <Logo />
          <nav className="nav" aria-label={t("menu")}>
            <Link href="/today" {...here("today")}>
              {t("today")}
            </Link>
            <Link href="/concepts" {...here("concepts")}>
              {t("concepts")}
            </Link>
            <Link className="only-roomy" href="/progress" {...here("progress")}>
              {t("progress")}
            </Link>
            <Link href="/lab" {...here("lab")}>
              {t("lab")}
            </Link>
            <Link href="/cards" {...here("cards")}>
              {t("cards")}
            </Link>
            <Link href="/courses" {...here("courses")}>
              {t("courses")}
            </Link>
          </nav>
          <div className="top-end">
            {user ? <KeptCount userId={user.id} /> : null}
            <div className="only-wide">
              <LocaleSwitch />
            </div>
            <ThemeToggle />
            <HelpDialog entries={keys} />
            <Link
              className="avatar-link"
              href="/settings"
              aria-label={t("settingsOf", { name })}
              {...here("settings")}
            >
              <span className="avatar" aria-hidden="true">
                {[...name.trim()][0]?.toUpperCase()}
              </span>
            </Link>
          </div>
        </div>
      </header>
      <main className="page" id="main" tabIndex={-1}>
        {user ? <KeptAnswers userId={user.id} keepsCards={place !== "settings"} /> : null}
        {props.children}
        <EarlyInput />
      </main>
      <nav className="tabs" aria-label={t("menu")}>
        <Link href="/today" {...here("today")}>
          <Icon name="today" size={22} />
          {t("today")}
        </Link>
        <Link href="/concepts" {...here("concepts")}>
          <Icon name="concepts" size={22} />
          {t("concepts")}
        </Link>
        <Link href="/lab" {...here("lab")}>
          <Icon name="lab" size={22} />
          {t("lab")}
        </Link>
        <Link href="/cards" {...here("cards")}>
          <Icon name="cards" size={22} />
          {t("cards")}
        </Link>
        <Link href="/courses" {...here("courses")}>
          <Icon name="courses" size={22} />
          {t("courses")}
        </Link>
        <Link href="/settings" {...here("settings")}>
          <Icon name="settings" size={22} />
          {t("settings")}
        </Link>
      </nav>
    </Words>
  );
}
