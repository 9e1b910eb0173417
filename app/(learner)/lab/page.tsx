import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Frame } from "@/app/_shell/frame";
import { labNames } from "@/lib/core/lab/lab-of";
import { families } from "@/lib/core/questions/registry";
import { currentUser } from "@/lib/server/people/current-user";
import "./lab.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("lab"))("title") };
}

/** Everything that can be played with, and every skill that can be practised. */
export default async function LabPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const [t, locale] = await Promise.all([getWords("lab"), getLocale()]);
  const answers = (family: (typeof families)[number]) => t(`answer-${family.answer}`);
  return (
    <Frame name={user.name} place="lab">
      <h1>{t("title")}</h1>
      <p className="soft small">{t("about")}</p>
      <ul className="lab-cards">
        {labNames.map((lab) => (
          <li key={lab} className="card pad">
            <h2>
              <Link href={`/lab/${lab}`}>{t(lab)}</Link>
            </h2>
            <p className="small soft">{t(`${lab}About`)}</p>
          </li>
        ))}
      </ul>
      <h2>{t("skills")}</h2>
      <p className="soft small">{t("skillsAbout")}</p>
      <ul className="skills">
        {families.map((family) => (
          <li key={family.id}>
            <Link href={`/practice/${family.id}`} prefetch={false}>
              {family.title[locale]}
            </Link>
            <span className="small muted">{answers(family)}</span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
