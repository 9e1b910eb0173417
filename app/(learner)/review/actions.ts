"use server";
import { redirect } from "next/navigation";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { asId, type CardId } from "@/lib/core/ids";
import { reportCard } from "@/lib/server/courses/report-card";
import { currentUser } from "@/lib/server/people/current-user";
import { endSet } from "@/lib/server/study/end-set";

/** Tells the owner of the course what is wrong with a card. */
export async function reportFault(form: FormData): Promise<Reply> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const t = wordsIn(user.locale, "review");
  const [card, text] = [form.get("card"), form.get("text")];
  const said = typeof text === "string" ? text : "";
  const cardId = asId<CardId>(typeof card === "string" ? card : "");
  const outcome = await reportCard(user, cardId, said, Date.now());
  if (outcome.ok) return { error: null, done: t("reported") };
  const { kind } = outcome.error;
  const message = kind === "bad-request" ? "reportEmpty" : kind === "throttled" ? "reportMany" : "reportGone";
  return { error: { field: "text", message: t(message) } };
}

/** Ends the set that the learner is in. */
export async function leaveSet(): Promise<never> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  await endSet(user, Date.now());
  redirect("/today");
}
