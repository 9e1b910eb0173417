"use client";
import { useEffect, useState, useTransition } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { chooseTheme } from "./actions";

const isDarkNow = (): boolean => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

/** Paper by day, chalkboard by night. The page turns at once; the choice is kept for the next visit. */
export function ThemeToggle() {
  const t = useWords("shell");
  const [isDark, setDark] = useState(false);
  const [, startTransition] = useTransition();
  useEffect(() => setDark(isDarkNow()), []);
  const toggle = () => {
    const next = isDarkNow() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    setDark(next === "dark");
    startTransition(() => chooseTheme(next));
  };
  return (
    <Button look="quiet" isIcon aria-label={t(isDark ? "toLight" : "toDark")} onClick={toggle}>
      <Icon name="sun" />
    </Button>
  );
}
