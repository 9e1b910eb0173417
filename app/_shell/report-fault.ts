"use server";
import { redirect } from "next/navigation";
import { asId, type CardId } from "@/lib/core/ids";
import { reportCard } from "@/lib/server/courses/report-card";
import { currentUser } from "@/lib/server/people/current-user";
import { wordsIn } from "../_i18n/get-words";
import type { Reply } from "./use-submit";

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
