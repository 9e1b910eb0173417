"use server";
import { redirect } from "next/navigation";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { currentUser } from "@/lib/server/people/current-user";
import { makeFeed, turnFeedOff } from "@/lib/server/people/feed";

/** Makes a new address for the calendar feed, or takes the one there is away. */
export async function changeFeed(form: FormData): Promise<Reply & { address: string | null }> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/settings");
  const t = wordsIn(user.locale, "calendar");
  if (form.get("act") === "off") {
    await turnFeedOff(user);
    return { error: null, done: t("off"), address: null };
  }
  return { error: null, address: await makeFeed(user), done: t("made") };
}
