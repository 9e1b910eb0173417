"use server";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { asId, type CourseId } from "@/lib/core/ids";
import { rulesOf } from "@/lib/core/people/person";
import { changeRetention } from "@/lib/server/fit/change-retention";
import { startFit, stopFit } from "@/lib/server/fit/fit-job";
import { undoFit } from "@/lib/server/fit/keep-fit";
import { weightsKinds } from "@/lib/server/fit/open-memory";
import { numberIn, textIn } from "../form-values";
import { requireUser } from "../require-user";

const page = "/settings/memory";

/** Saves the desired recall of a course; the answer says what holds now. */
export async function saveRecall(form: FormData): Promise<Reply & { retention?: number }> {
  const user = await requireUser(page);
  const t = wordsIn(user.locale, "memory");
  const retention = form.has("usual") ? null : numberIn(form, "percent") / 100;
  const courseId = asId<CourseId>(textIn(form, "course"));
  const change = { courseId, retention, movesDays: form.has("movesDays") };
  const changed = await changeRetention(user, change, Date.now());
  if (!changed.ok) return { error: { field: "", message: t("failed") } };
  const { moved } = changed.value;
  return {
    error: null,
    retention: retention ?? rulesOf(user).retention,
    done: moved > 0 ? t("savedMoved", { cards: moved }) : t("saved"),
  };
}

/** Begins a fit of one kind of cards, stops it, or takes its weights back. */
export async function actOnFit(form: FormData): Promise<Reply> {
  const user = await requireUser(page);
  const t = wordsIn(user.locale, "memory");
  const failed = (message: string): Reply => ({ error: { field: "", message } });
  const kind = weightsKinds.find((each) => each === textIn(form, "kind"));
  if (!kind) return failed(t("failed"));
  const movesDays = form.has("movesDays");
  switch (textIn(form, "act")) {
    case "begin": {
      const begun = await startFit(user, kind, { movesDays });
      if (begun.ok) return { error: null };
      const { error } = begun;
      if (error.kind === "too-few") return failed(t("tooFew", { missing: error.missing }));
      return failed(t(error.kind === "busy" ? "busy" : "alreadyRunning"));
    }
    case "stop":
      await stopFit(user.id);
      return { error: null };
    case "undo": {
      const undone = await undoFit(user, { kind, movesDays }, Date.now());
      return undone.ok ? { error: null } : failed(t("nothingToUndo"));
    }
    default:
      return failed(t("failed"));
  }
}
