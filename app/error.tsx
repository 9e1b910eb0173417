"use client";
import { useWords } from "./_i18n/words-provider";
import { BrokenPage } from "./_shell/broken-page";

export default function PageError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useWords("failure");
  const words = { title: t("brokenTitle"), text: t("broken"), number: t("number"), retry: t("retry") };
  return <BrokenPage {...props} words={words} />;
}
