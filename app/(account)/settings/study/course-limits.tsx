"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { TextField } from "@/app/_ui/field";
import { courseField } from "./course-field";

export interface LimitedCourse {
  id: string;
  title: string;
  /** Null where the course has no limit of its own. */
  newPerDay: number | null;
  reviewsPerDay: number | null;
}

interface CourseLimitsProps {
  courses: readonly LimitedCourse[];
  errorOf: (field: string) => string | null;
}

/** What single courses take on a day; empty fields leave it to the limits of the day. */
export function CourseLimits({ courses, errorOf }: CourseLimitsProps) {
  const t = useWords("study");
  const limit = (course: LimitedCourse, field: "newPerDay" | "reviewsPerDay") => {
    const name = courseField(field, course.id);
    return (
      <TextField
        label={t(`course-${field}`)}
        name={name}
        // As text: of what is no number, a number field would give nothing, which here means no limit.
        inputMode="numeric"
        autoComplete="off"
        defaultValue={course[field] ?? ""}
        error={errorOf(name)}
      />
    );
  };
  return (
    <>
      {courses.map((course) => (
        <fieldset key={course.id}>
          <legend>{t("courseLimits", { course: course.title })}</legend>
          <input type="hidden" name="course" value={course.id} />
          <div className="pair">
            {limit(course, "newPerDay")}
            {limit(course, "reviewsPerDay")}
          </div>
        </fieldset>
      ))}
      {courses.length > 0 && <p className="cap">{t("courseLimitsHint")}</p>}
    </>
  );
}
