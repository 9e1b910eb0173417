"use server";
import { wordsIn } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { makeFeed, turnFeedOff } from "@/lib/server/people/feed";
import { requireUser } from "./require-user";

/** Makes a new address for the calendar feed, or takes the one there is away. */
export async function changeFeed(form: FormData): Promise<Reply & { address: string | null }> {
  const user = await requireUser();
  const t = wordsIn(user.locale, "calendar");
  if (form.get("act") === "off") {
    await turnFeedOff(user);
    return { error: null, done: t("off"), address: null };
  }
  return { error: null, address: await makeFeed(user), done: t("made") };
}
