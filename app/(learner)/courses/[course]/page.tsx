import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { asId, type CourseId } from "@/lib/core/ids";
import { type CoursePage, openCourse } from "@/lib/server/courses/open-course";
import { currentUser } from "@/lib/server/people/current-user";
import { choosePublish, settle } from "../actions";
import { AddCard, CardForm } from "./card-form";
import { ConceptForm } from "./concept-form";
import { AddCorrection, CorrectionForm } from "./correction-form";
import "../courses.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("courses"))("title") };
}

export default async function CourseRoute({ params }: { params: Promise<{ course: string }> }) {
  const user = await currentUser();
  const id = asId<CourseId>((await params).course);
  if (!user) redirect(`/sign-in?to=/courses/${id}`);
  const opened = await openCourse(user, id);
  if (!opened.ok) notFound();
  const course = opened.value;
  const t = await getWords("courses");
  return (
    <Frame name={user.name} place="courses">
      <Words namespaces={["courses"]}>
        <div className="courses">
          <div className="courses-top">
            <div>
              <Link href="/courses">{t("allCourses")}</Link>
              <h1>{course.title}</h1>
              <p className="soft">{t(course.isPublished ? "isPublished" : "isPrivate")}</p>
            </div>
            <div className="course-acts">
              {course.mayPublish ? (
                <form action={choosePublish}>
                  <input type="hidden" name="course" value={course.id} />
                  <Button type="submit" name="publish" value={course.isPublished ? "no" : "yes"}>
                    {t(course.isPublished ? "unpublish" : "publish")}
                  </Button>
                </form>
              ) : null}
              {course.mayImport ? (
                <LinkButton look="primary" href={`/courses/${course.id}/import`}>
                  {t("openImport")}
                </LinkButton>
              ) : null}
            </div>
          </div>
          {course.mayEdit ? <Reports course={course} /> : null}
          <Cards course={course} />
          <Corrections course={course} />
        </div>
      </Words>
    </Frame>
  );
}

async function Reports({ course }: { course: CoursePage }) {
  const t = await getWords("courses");
  return (
    <section className="card pad course-part" aria-labelledby="reports">
      <h2 id="reports">{t("reports")}</h2>
      {course.reports.length === 0 ? <p className="soft small">{t("reportsEmpty")}</p> : null}
      {course.reports.map(({ id, front, text }) => (
        <div className="course-card" key={id}>
          <p>{front}</p>
          <p className="soft">{text}</p>
          <form action={settle}>
            <input type="hidden" name="course" value={course.id} />
            <Button type="submit" name="report" value={id}>
              {t("settle")}
            </Button>
          </form>
        </div>
      ))}
    </section>
  );
}

async function Cards({ course }: { course: CoursePage }) {
  const t = await getWords("courses");
  const others = (id: string) =>
    course.concepts.filter((each) => each.id !== id).map(({ id: other, name }) => ({ id: other, name }));
  return (
    <section className="card pad course-part" aria-labelledby="cards">
      <h2 id="cards">{t("previewCards")}</h2>
      {course.concepts.map(({ id, name, names, parent, cards }) => (
        <details key={id} id={id}>
          <summary>
            <span>{name}</span>
            <span className="small soft">{t("conceptCards", { count: cards.length })}</span>
          </summary>
          {cards.length === 0 ? <p className="soft small">{t("noCards")}</p> : null}
          {cards.map((card) => (
            <article
              className={card.isDropped ? "course-card dropped" : "course-card"}
              key={card.id}
              aria-label={card.words.front}
            >
              <p lang={card.locale}>
                <b>{card.words.front}</b>
              </p>
              <p lang={card.locale}>{card.words.back}</p>
              <div className="course-tags">
                <span className="small soft">{t("fileLine", { file: card.file, line: card.line })}</span>
                {card.isEdited ? <span className="tag">{t("isEdited")}</span> : null}
                {card.isDropped ? <span className="tag">{t("isDropped")}</span> : null}
              </div>
              {course.mayEdit ? (
                <CardForm
                  courseId={course.id}
                  card={card}
                  others={
                    course.mayImport
                      ? cards.filter(({ id, isDropped }) => id !== card.id && !isDropped)
                      : null
                  }
                />
              ) : null}
            </article>
          ))}
          {course.mayImport ? (
            <>
              <AddCard courseId={course.id} concept={id} />
              <ConceptForm courseId={course.id} concept={{ id, names, parent }} others={others(id)} />
            </>
          ) : null}
        </details>
      ))}
    </section>
  );
}

async function Corrections({ course }: { course: CoursePage }) {
  const t = await getWords("courses");
  if (course.corrections.length === 0 && !course.mayEdit) return null;
  return (
    <section className="card pad course-part" aria-labelledby="corrections">
      <h2 id="corrections">{t("corrections")}</h2>
      <p className="soft small">{t("correctionsLead")}</p>
      {course.corrections.map((correction) => (
        <CorrectionForm
          key={correction.id}
          courseId={course.id}
          correction={correction}
          mayEdit={course.mayEdit}
        />
      ))}
      {course.mayEdit ? <AddCorrection courseId={course.id} count={course.corrections.length} /> : null}
    </section>
  );
}
