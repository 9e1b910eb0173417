import type { Metadata } from "next";
import { getWords } from "./_i18n/get-words";
import { Apology } from "./_shell/apology";
import { LinkButton } from "./_ui/button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("failure"))("missingTitle") };
}

export default async function NotFound() {
  const t = await getWords("failure");
  return (
    <Apology title={t("missingTitle")} text={t("missing")}>
      <LinkButton look="primary" href="/today">
        {t("toToday")}
      </LinkButton>
    </Apology>
  );
}
