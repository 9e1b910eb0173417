"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";

/** Drafts of answers must not greet the next person at this device. */
const forgetDrafts = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};

export function SignOutButton({ act }: { act: () => Promise<void> }) {
  const t = useWords("settings");
  return (
    <form action={act} onSubmit={forgetDrafts}>
      <Button type="submit">{t("signOut")}</Button>
    </form>
  );
}
