import type { Metadata } from "next";
import Link from "next/link";
import { formatDay } from "@/app/_i18n/format-day";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { listTokens } from "@/lib/server/people/tokens";
import { requireUser } from "../require-user";
import { KeysDesk } from "./keys-desk";
import "../settings.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("study"))("keysTitle") };
}

export default async function KeysPage() {
  const user = await requireUser("/settings/keys");
  const t = await getWords("study");
  const locale = await getLocale();
  const day = (at: number | null) => (at === null ? null : formatDay(at, locale, user.zone));
  const keys = (await listTokens(user)).map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
    id,
    name,
    isReadOnly: !scopes.includes("review"),
    created: day(createdAt) ?? "",
    used: day(lastUsedAt),
  }));
  return (
    <Frame name={user.name} place="settings">
      <Words namespaces={["study"]}>
        <div className="settings">
          <p className="small">
            <Link href="/settings">{t("back")}</Link>
          </p>
          <h1>{t("keysTitle")}</h1>
          <p className="soft">{t("keysIntro", { address: "/api/v1/openapi.json" })}</p>
          <KeysDesk keys={keys} />
        </div>
      </Words>
    </Frame>
  );
}
