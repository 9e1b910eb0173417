"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { asId, type CardId, type ConceptId, type CourseId, type ReportId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { isLocale } from "@/lib/core/text";
import { addCard } from "@/lib/server/courses/add-card";
import { decideCorrection } from "@/lib/server/courses/decide-correction";
import { type CardEditing, editCard } from "@/lib/server/courses/edit-card";
import { editConcept } from "@/lib/server/courses/edit-concept";
import { publishCourse } from "@/lib/server/courses/publish-course";
import { settleReport } from "@/lib/server/courses/report-card";
import { mergeCards, splitCard } from "@/lib/server/courses/split-card";
import { studyCourse } from "@/lib/server/courses/study-course";
import { currentUser } from "@/lib/server/people/current-user";

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
const courseIn = (form: FormData): CourseId => asId<CourseId>(textIn(form, "course"));

async function requireUser(): Promise<Person> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/courses");
  return user;
}

export async function chooseStudy(form: FormData): Promise<void> {
  await studyCourse(await requireUser(), courseIn(form), textIn(form, "study") === "yes", Date.now());
  revalidatePath("/courses");
}

export async function choosePublish(form: FormData): Promise<void> {
  const id = courseIn(form);
  await publishCourse(await requireUser(), id, textIn(form, "publish") === "yes", Date.now());
  revalidatePath(`/courses/${id}`);
}

export async function settle(form: FormData): Promise<void> {
  const id = courseIn(form);
  await settleReport(await requireUser(), id, asId<ReportId>(textIn(form, "report")), Date.now());
  revalidatePath(`/courses/${id}`);
}

/** Saves the words of a card, takes it out of its course, or goes back to the words of the notes. */
export async function changeCard(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "courses");
  const locale = textIn(form, "locale");
  const kind = textIn(form, "kind");
  const words = { front: textIn(form, "front"), back: textIn(form, "back") };
  const editing: CardEditing =
    kind === "drop" || kind === "restore"
      ? { kind }
      : { kind: "rewrite", locale: isLocale(locale) ? locale : user.locale, words };
  const outcome = await editCard(user, asId<CardId>(textIn(form, "card")), editing, Date.now());
  if (!outcome.ok) {
    const isEmpty = outcome.error.kind === "bad-request";
    return { error: { field: isEmpty ? "front" : "", message: t(isEmpty ? "wordsNeeded" : "notFound") } };
  }
  revalidatePath(`/courses/${courseIn(form)}`);
  return { error: null, done: t("saved") };
}

/** Makes two cards of one, or one of two. */
export async function reworkCard(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "courses");
  const card = asId<CardId>(textIn(form, "card"));
  const given = textIn(form, "locale");
  const locale = isLocale(given) ? given : user.locale;
  const words = { front: textIn(form, "front"), back: textIn(form, "back") };
  const second = { front: textIn(form, "front2"), back: textIn(form, "back2") };
  const other = asId<CardId>(textIn(form, "other"));
  const outcome =
    textIn(form, "kind") === "split"
      ? await splitCard(user, card, { locale, first: words, second }, Date.now())
      : await mergeCards(user, card, { other, locale, words }, Date.now());
  if (!outcome.ok) {
    const { kind } = outcome.error;
    if (kind === "bad-request") return { error: { field: "front", message: t("wordsNeeded") } };
    return { error: { field: "", message: t(kind === "stale" ? "stale" : "notFound") } };
  }
  revalidatePath(`/courses/${courseIn(form)}`);
  return { error: null, done: t("saved") };
}

/** Renames a concept and moves it in the tree. */
export async function changeConcept(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "courses");
  const id = courseIn(form);
  const names = { ko: textIn(form, "ko"), en: textIn(form, "en"), abbr: textIn(form, "abbr") };
  const parent = textIn(form, "parent");
  const concept = asId<ConceptId>(textIn(form, "concept"));
  const place = parent === "" ? null : asId<ConceptId>(parent);
  const outcome = await editConcept(user, id, { concept, names, parent: place }, Date.now());
  if (!outcome.ok) {
    const { kind } = outcome.error;
    if (kind === "bad-request") return { error: { field: "ko", message: t("nameNeeded") } };
    if (kind === "circle") return { error: { field: "parent", message: t("circle") } };
    return { error: { field: "", message: t(kind === "stale" ? "stale" : "notFound") } };
  }
  revalidatePath(`/courses/${id}`);
  return { error: null, done: t("saved") };
}

/** Adds a card that the notes do not make. */
export async function createCard(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "courses");
  const id = courseIn(form);
  const card = { concept: textIn(form, "concept"), front: textIn(form, "front"), back: textIn(form, "back") };
  const outcome = await addCard(user, id, card, Date.now());
  if (!outcome.ok) {
    const { kind } = outcome.error;
    if (kind === "bad-request") return { error: { field: "front", message: t("wordsNeeded") } };
    return { error: { field: "", message: t(kind === "stale" ? "stale" : "notFound") } };
  }
  revalidatePath(`/courses/${id}`);
  return { error: null, done: t("saved") };
}

/** Accepts, dismisses, rewrites or adds a correction. */
export async function changeCorrection(form: FormData): Promise<Reply> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "courses");
  const courseId = courseIn(form);
  const id = textIn(form, "correction");
  const text = { ko: textIn(form, "ko").trim(), en: textIn(form, "en").trim() };
  const state = textIn(form, "state");
  const hasText = text.ko !== "" && text.en !== "";
  if ((state === "edited" || state === "added") && !hasText)
    return { error: { field: text.ko === "" ? "ko" : "en", message: t("textNeeded") } };
  const anchor = textIn(form, "anchor").trim();
  const decision =
    state === "added"
      ? { id, state, correction: { id, kind: "imp" as const, anchor, text } }
      : state === "edited"
        ? { id, state, text }
        : { id, state: state === "dismissed" ? ("dismissed" as const) : ("accepted" as const) };
  const outcome = await decideCorrection(
    user,
    courseId,
    decision as Parameters<typeof decideCorrection>[2],
    Date.now(),
  );
  if (!outcome.ok) {
    const isMissing = state === "added" && outcome.error.kind === "bad-request";
    if (isMissing) return { error: { field: "anchor", message: t("anchorMissing") } };
    return { error: { field: "", message: t(outcome.error.kind === "stale" ? "stale" : "notFound") } };
  }
  revalidatePath(`/courses/${courseId}`);
  return { error: null, done: t("saved") };
}
