import type { Metadata } from "next";
import { getWords } from "./_i18n/get-words";
import { Apology } from "./_shell/apology";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("failure"))("missingTitle") };
}

export default async function NotFound() {
  const t = await getWords("failure");
  return (
    <Apology title={t("missingTitle")} text={t("missing")}>
      <a className="btn btn-primary" href="/today">
        {t("toToday")}
      </a>
    </Apology>
  );
}
