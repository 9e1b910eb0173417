"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { forgetDrafts } from "@/lib/browser/draft";
import { signOut } from "./actions";

/** An answer that was never saved stays in this browser under its learner, to be sent when they are back. */
export function SignOutButton({ userId }: { userId: string }) {
  const t = useWords("settings");
  const { submit, isBusy, errorOf } = useSubmit(signOut, t("failed"), () => forgetDrafts(userId));
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
