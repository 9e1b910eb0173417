import type { Metadata } from "next";
import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { rulesOf } from "@/lib/core/people/person";
import { coursesOf } from "@/lib/server/study/course-index";
import { requireUser } from "../require-user";
import { RulesForm } from "./rules-form";
import "../settings.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("study"))("title") };
}

export default async function StudySettingsPage() {
  const user = await requireUser("/settings/study");
  const [t, studied] = await Promise.all([getWords("study"), coursesOf(user.id)]);
  const courses = studied.map(({ id, title, rules: { newPerDay = null, reviewsPerDay = null } }) => ({
    id,
    title,
    newPerDay,
    reviewsPerDay,
  }));
  return (
    <Frame name={user.name} place="settings">
      <Words namespaces={["study"]}>
        <div className="settings">
          <p className="small">
            <Link href="/settings">{t("back")}</Link>
          </p>
          <h1>{t("title")}</h1>
          <RulesForm rules={rulesOf(user)} reviewsPerDay={user.reviewsPerDay} courses={courses} />
        </div>
      </Words>
    </Frame>
  );
}
