"use server";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import {
  longestInterval,
  mostLapses,
  mostNewPerDay,
  mostReviewsPerDay,
  type WrittenLimits,
  type WrittenRules,
} from "@/lib/core/study/read-rules";
import { changeRules } from "@/lib/server/people/study-rules";
import { textIn } from "../form-values";
import { requireUser } from "../require-user";
import { courseField } from "./course-field";

const wrong = {
  reviewsPerDay: ["reviewsInvalid", mostReviewsPerDay],
  maximumDays: ["maximumInvalid", longestInterval],
  leechAt: ["leechInvalid", mostLapses],
  learningSteps: ["stepsInvalid", 0],
  relearningSteps: ["stepsInvalid", 0],
} as const;

/** Saves the rules as a whole, or names the first field that cannot be read. */
export async function saveRules(form: FormData): Promise<Reply> {
  const user = await requireUser("/settings/study");
  const t = wordsIn(user.locale, "study");
  const written: WrittenRules = {
    reviewsPerDay: textIn(form, "reviewsPerDay"),
    learningSteps: textIn(form, "learningSteps"),
    relearningSteps: textIn(form, "relearningSteps"),
    maximumDays: textIn(form, "maximumDays"),
    leechAt: textIn(form, "leechAt"),
    leechAction: textIn(form, "leechAction"),
    newOrder: textIn(form, "newOrder"),
    reviewOrder: textIn(form, "reviewOrder"),
    newMix: textIn(form, "newMix"),
    learningMix: textIn(form, "learningMix"),
    newBeyondReviews: form.has("newBeyondReviews"),
    buryNew: form.has("buryNew"),
    buryReviews: form.has("buryReviews"),
    buryLearning: form.has("buryLearning"),
    balancesLoad: form.has("balancesLoad"),
    showsTimer: form.has("showsTimer"),
    easyDays: Array.from({ length: 7 }, (_, day) => textIn(form, `easy-${day}`)),
  };
  const limits = form.getAll("course").map((course): WrittenLimits => {
    const courseId = String(course);
    const of = (field: string) => textIn(form, courseField(field, courseId));
    return { courseId, newPerDay: of("newPerDay"), reviewsPerDay: of("reviewsPerDay") };
  });
  const changed = await changeRules(user, written, limits);
  if (changed.ok) return { error: null, done: t("saved") };
  const { field, course } = changed.error;
  if (course !== undefined) {
    const most = field === "newPerDay" ? mostNewPerDay : mostReviewsPerDay;
    return { error: { field: courseField(field, course), message: t("courseLimitInvalid", { most }) } };
  }
  if (!(field in wrong)) return { error: { field: "", message: t("failed") } };
  const [key, most] = wrong[field as keyof typeof wrong];
  return { error: { field, message: t(key, { most }) } };
}
