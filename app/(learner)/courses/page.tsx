import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Frame } from "@/app/_shell/frame";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { listCourses } from "@/lib/server/courses/list-courses";
import { currentUser } from "@/lib/server/people/current-user";
import { chooseStudy } from "./actions";
import "./courses.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("courses"))("title") };
}

export default async function CoursesPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/courses");
  const [courses, t] = await Promise.all([listCourses(user), getWords("courses")]);
  return (
    <Frame name={user.name} place="courses">
      <div className="courses">
        <div className="courses-top">
          <div>
            <h1>{t("title")}</h1>
            <p className="soft">{t("lead")}</p>
          </div>
          <LinkButton look="primary" href="/courses/new">
            {t("create")}
          </LinkButton>
        </div>
        <ul className="course-list">
          {courses.map((course) => (
            <li className="card pad" key={course.id}>
              <div>
                <h2>
                  <Link href={`/courses/${course.id}`}>{course.title}</Link>
                </h2>
                <p className="course-tags">
                  <span className="small soft">{t("cards", { count: course.cards })}</span>
                  {course.isOwn ? <span className="tag">{t("own")}</span> : null}
                  {course.isPublished ? <span className="tag">{t("published")}</span> : null}
                  {course.isStudied ? <span className="tag tag-pine">{t("studied")}</span> : null}
                </p>
              </div>
              <form action={chooseStudy}>
                <input type="hidden" name="course" value={course.id} />
                <Button
                  type="submit"
                  name="study"
                  value={course.isStudied ? "no" : "yes"}
                  aria-label={`${t(course.isStudied ? "leave" : "study")}: ${course.title}`}
                >
                  {t(course.isStudied ? "leave" : "study")}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  );
}
