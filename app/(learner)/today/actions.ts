"use server";
import { redirect } from "next/navigation";
import { currentUser } from "@/lib/server/people/current-user";
import { askForMore, orderForBacklog } from "@/lib/server/people/study-rules";
import { beginSet } from "@/lib/server/study/begin-set";
import { forgottenLately } from "@/lib/server/study/open-practice";

const moreCards = 10;

/** More new cards or reviews today, and straight to them. */
export async function studyMore(form: FormData): Promise<never> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const isNew = form.get("kind") === "new";
  const more = { new: isNew ? moreCards : 0, reviews: moreCards };
  await askForMore(user, more, Date.now());
  redirect("/review");
}

/** Takes a backlog from what is still remembered. */
export async function sortBacklog(): Promise<never> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  await orderForBacklog(user);
  redirect("/today");
}

/** Practises what was forgotten lately; the schedule stays as it is. */
export async function practiseForgotten(): Promise<never> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const now = Date.now();
  const cardIds = await forgottenLately(user, now);
  const set = await beginSet(user, { cardIds, kind: "cram", order: "recall" }, now);
  redirect(set.ok ? `/review/set/${set.value}` : "/today");
}
