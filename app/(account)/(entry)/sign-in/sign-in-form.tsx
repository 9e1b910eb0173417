"use client";
import Link from "next/link";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { PasswordField } from "@/app/_ui/password-field";
import { enter } from "../actions";

export function SignInForm({ to }: { to: string }) {
  const t = useWords("account");
  const { submit, isBusy, errorOf } = useSubmit(enter, t("failed"));
  const failed = errorOf("");
  return (
    <form method="post" onSubmit={submit}>
      <h2>{t("signIn")}</h2>
      {failed && <Note pen="red">{failed}</Note>}
      <input type="hidden" name="to" value={to} />
      <TextField label={t("email")} name="email" type="email" autoComplete="username" required />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="current-password"
        error={errorOf("password")}
        required
      />
      <Button type="submit" look="primary" size="large" aria-disabled={isBusy}>
        {t(isBusy ? "signingIn" : "signIn")}
      </Button>
      <p>
        <Link href="/register">{t("register")}</Link>
        <br />
        {t.rich("forgot", { code: (text) => <code className="num">{text}</code> })}
      </p>
    </form>
  );
}
