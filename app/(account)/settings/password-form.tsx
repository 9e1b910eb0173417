"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { PasswordField } from "@/app/_ui/password-field";
import { savePassword } from "./actions";

/** The email is there for password managers, which otherwise save the new password under no name. */
export function PasswordForm({ email }: { email: string }) {
  const t = useWords("settings");
  const { submit, isBusy, errorOf, done } = useSubmit(savePassword, t("failed"));
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
      {failed && <Note pen="red">{failed}</Note>}
      {done && <Note pen="ok">{done}</Note>}
      <Button type="submit" aria-disabled={isBusy}>
        {t("changePassword")}
      </Button>
    </form>
  );
}
