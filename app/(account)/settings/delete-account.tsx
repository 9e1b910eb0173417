"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { PasswordField } from "@/app/_ui/password-field";
import { forgetLearner } from "@/lib/browser/forget-learner";
import { eraseAccount } from "./actions";

export function DeleteAccount({ userId }: { userId: string }) {
  const t = useWords("settings");
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card pad" aria-labelledby="erase">
      <h2 id="erase">{t("deleteTitle")}</h2>
      <p className="soft small">{t("deleteBody")}</p>
      <div>
        <Button look="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t("deleteOpen")}
        </Button>
      </div>
      <Dialog title={t("deleteTitle")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EraseForm userId={userId} onCancel={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function EraseForm({ userId, onCancel }: { userId: string; onCancel: () => void }) {
  const t = useWords("settings");
  const { submit, isBusy, errorOf } = useSubmit(eraseAccount, t("failed"), () => forgetLearner(userId));
  const failed = errorOf("");
  const phrase = t("deletePhrase");
  return (
    <form className="settings-erase" method="post" onSubmit={submit} noValidate>
      <p className="soft small">{t("deleteBody")}</p>
      <TextField
        label={t.rich("deleteConfirm", { phrase, b: (text) => <mark className="hl">{text}</mark> })}
        name="phrase"
        autoComplete="off"
        error={errorOf("phrase")}
        required
      />
      <PasswordField
        label={t("oldPassword")}
        name="current"
        autoComplete="current-password"
        error={errorOf("current")}
        required
      />
      {failed && <Note pen="red">{failed}</Note>}
      <p className="dialog-end">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button type="submit" look="danger" aria-disabled={isBusy}>
          {t("deleteNow")}
        </Button>
      </p>
    </form>
  );
}
