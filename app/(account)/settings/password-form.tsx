"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { PasswordField } from "@/app/_ui/password-field";
import { savePassword } from "./actions";

interface PasswordProps {
  /** For password managers, which otherwise save the new password under no name. */
  email: string;
  /** The keys to the API and the calendar address, which work without a password, went with the old one. */
  onKeysEnded: () => void;
}

export function PasswordForm({ email, onKeysEnded }: PasswordProps) {
  const t = useWords("settings");
  const save = async (form: FormData) => {
    const reply = await savePassword(form);
    if (!reply.error && form.has("endKeys")) onKeysEnded();
    return reply;
  };
  const { submit, isBusy, errorOf, done } = useSubmit(save, t("failed"));
  const failed = errorOf("");
  return (
    <form className="card pad" method="post" onSubmit={submit} noValidate>
      <h2>{t("passwordTitle")}</h2>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("oldPassword")}
        name="current"
        autoComplete="current-password"
        error={errorOf("current")}
        required
      />
      <PasswordField
        label={t("newPassword")}
        name="next"
        autoComplete="new-password"
        error={errorOf("next")}
        minLength={8}
        required
      />
      <label className="check">
        <input type="checkbox" name="endKeys" />
        {t("endKeys")}
      </label>
      {failed && <Note pen="red">{failed}</Note>}
      {done && <Note pen="ok">{done}</Note>}
      <Button type="submit" aria-disabled={isBusy}>
        {t("changePassword")}
      </Button>
    </form>
  );
}
