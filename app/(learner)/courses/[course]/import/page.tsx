import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { asId, type CourseId } from "@/lib/core/ids";
import { openCourse } from "@/lib/server/courses/open-course";
import { currentUser } from "@/lib/server/people/current-user";
import { ImportDesk } from "../../_import/import-desk";
import "../../courses.css";
import "../../_import/import.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("courses"))("importTitle") };
}

export default async function ImportPage({ params }: { params: Promise<{ course: string }> }) {
  const user = await currentUser();
  const id = asId<CourseId>((await params).course);
  if (!user) redirect(`/sign-in?to=/courses/${id}/import`);
  const [course, t] = await Promise.all([openCourse(user, id), getWords("courses")]);
  if (!course.ok || !course.value.mayImport) notFound();
  return (
    <Frame name={user.name} place="courses">
      <Words namespaces={["courses"]}>
        <div className="courses">
          <div>
            <Link href={`/courses/${id}`}>{course.value.title}</Link>
            <h1>{t("importTitle")}</h1>
            <p className="soft">{t("importLead")}</p>
          </div>
          <ImportDesk userId={user.id} courseId={id} notes={course.value.notes} />
        </div>
      </Words>
    </Frame>
  );
}
