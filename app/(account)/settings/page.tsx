import type { Metadata } from "next";
import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { hasSingleKeys } from "@/app/_shell/single-keys";
import { mostNewPerDay } from "@/lib/core/study/read-rules";
import { hasFeed } from "@/lib/server/people/feed";
import { AccessForms } from "./access-forms";
import { DeleteAccount } from "./delete-account";
import { requireUser } from "./require-user";
import { SettingsForm } from "./settings-form";
import { SignOutButton } from "./sign-out-button";
import "./settings.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("settings"))("title") };
}

export default async function SettingsPage() {
  const user = await requireUser();
  const t = await getWords("settings");
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <Frame name={user.name} place="settings">
      <Words namespaces={["settings", "calendar"]}>
        <div className="settings">
          <h1>{t("title")}</h1>
          <SettingsForm
            person={user}
            zones={zones.includes(user.zone) ? zones : [user.zone, ...zones]}
            mostNew={mostNewPerDay}
            hasKeys={await hasSingleKeys()}
          />
          <section className="card pad" aria-labelledby="more">
            <h2 id="more">{t("moreTitle")}</h2>
            <ul className="settings-links">
              <li>
                <Link href="/progress">{t("progressLink")}</Link>
                <p className="soft small">{t("progressAbout")}</p>
              </li>
              <li>
                <Link href="/settings/study">{t("studyLink")}</Link>
                <p className="soft small">{t("studyAbout")}</p>
              </li>
              <li>
                <Link href="/settings/memory">{t("memoryLink")}</Link>
                <p className="soft small">{t("memoryAbout")}</p>
              </li>
              <li>
                <Link href="/settings/keys">{t("keysLink")}</Link>
                <p className="soft small">{t("keysAbout")}</p>
              </li>
            </ul>
          </section>
          <AccessForms email={user.email} hasFeed={await hasFeed(user)} />
          <section className="card pad" aria-labelledby="leave">
            <h2 id="leave">{t("signOutTitle")}</h2>
            <p className="soft small">{user.email}</p>
            <SignOutButton userId={user.id} />
          </section>
          <DeleteAccount userId={user.id} />
        </div>
      </Words>
    </Frame>
  );
}
