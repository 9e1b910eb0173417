import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { currentUser } from "@/lib/server/people/current-user";
import { ImportDesk } from "../_import/import-desk";
import "../courses.css";
import "../_import/import.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("courses"))("newTitle") };
}

export default async function NewCoursePage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/courses/new");
  const t = await getWords("courses");
  return (
    <Frame name={user.name} place="courses">
      <Words namespaces={["courses"]}>
        <div className="courses">
          <div>
            <Link href="/courses">{t("allCourses")}</Link>
            <h1>{t("newTitle")}</h1>
            <p className="soft">{t("importLead")}</p>
          </div>
          <ImportDesk userId={user.id} courseId={null} notes={[]} />
        </div>
      </Words>
    </Frame>
  );
}
