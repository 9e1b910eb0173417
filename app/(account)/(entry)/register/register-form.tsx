"use client";
import Link from "next/link";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { PasswordField } from "@/app/_ui/password-field";
import { createAccount } from "../actions";

/** Review days are counted where the learner is, which only the browser knows. */
const createHere = (form: FormData) => {
  form.set("zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  return createAccount(form);
};

export function RegisterForm({ isFirst }: { isFirst: boolean }) {
  const t = useWords("account");
  const { submit, isBusy, errorOf } = useSubmit(createHere, t("failed"));
  const failed = errorOf("");
  return (
    <form method="post" onSubmit={submit} noValidate>
      <h2>{t(isFirst ? "firstTitle" : "registerTitle")}</h2>
      {isFirst && <p>{t("firstHint")}</p>}
      {failed && <Note pen="red">{failed}</Note>}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        autoComplete="name"
        error={errorOf("name")}
        maxLength={100}
        required
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        error={errorOf("email")}
        required
      />
      <PasswordField
        label={t("password")}
        hint={t("passwordHint")}
        name="password"
        autoComplete="new-password"
        error={errorOf("password")}
        minLength={8}
        required
      />
      <Button type="submit" look="primary" size="large" aria-disabled={isBusy}>
        {t(isBusy ? "creating" : "registerTitle")}
      </Button>
      {!isFirst && (
        <p>
          <Link href="/sign-in">{t("haveAccount")}</Link>
        </p>
      )}
    </form>
  );
}
