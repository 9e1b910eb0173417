"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { type Reply, useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { forgetLearner } from "@/lib/browser/forget-learner";
import { keptAnswers } from "@/lib/browser/kept";
import { sendKept } from "@/lib/browser/study-api";
import { signOut } from "./actions";

/** Answers that were never saved are sent first, and deleted only if asked; then nothing of the learner stays in this browser. */
export function SignOutButton({ userId }: { userId: string }) {
  const t = useWords("settings");
  const [unsent, setUnsent] = useState(0);
  const sendThenSignOut = async (form: FormData): Promise<Reply> => {
    if (!form.has("anyway")) {
      const { refused } = await sendKept(userId);
      // A taking back that was never sent counts too: without it the server keeps the answer.
      const left = (await keptAnswers(userId)).length;
      setUnsent(left);
      if (left > 0) return { error: { field: "", message: t("unsent", { count: left }) } };
      // Named on this page: to be read before they go.
      if (refused > 0) return { error: { field: "", message: t("unsentRefused") } };
    }
    return signOut();
  };
  const { submit, isBusy, errorOf } = useSubmit(sendThenSignOut, t("stillIn"), () => forgetLearner(userId));
  const failed = errorOf("");
  return (
    <form action={signOut} onSubmit={submit}>
      {failed && <Note pen="red">{failed}</Note>}
      <p className="settings-leave">
        <Button type="submit" aria-disabled={isBusy}>
          {t("signOut")}
        </Button>
        {unsent > 0 ? (
          <Button type="submit" look="danger" name="anyway" value="yes" aria-disabled={isBusy}>
            {t("signOutAnyway")}
          </Button>
        ) : null}
      </p>
    </form>
  );
}
