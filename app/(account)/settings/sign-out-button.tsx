"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { forgetDrafts } from "@/lib/browser/draft";
import { forgetKept, keptAnswers } from "@/lib/browser/kept";
import { sendKept } from "@/lib/browser/study-api";
import { signOut } from "./actions";

/** Answers that were never saved are sent first; then nothing of the learner stays in this browser. */
export function SignOutButton({ userId }: { userId: string }) {
  const t = useWords("settings");
  const sendThenSignOut = async () => {
    const kept = await keptAnswers(userId);
    // Without a connection signing out fails, and what is kept stays for another try.
    if (kept.length > 0) await sendKept(userId, kept);
    return signOut();
  };
  const { submit, isBusy, errorOf } = useSubmit(sendThenSignOut, t("failed"), () => {
    forgetDrafts(userId);
    void forgetKept(userId);
  });
  const failed = errorOf("");
  return (
    <form action={signOut} onSubmit={submit}>
      {failed && <Note pen="red">{failed}</Note>}
      <Button type="submit" aria-disabled={isBusy}>
        {t("signOut")}
      </Button>
    </form>
  );
}
