"use client";
import { useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { reportFault } from "./actions";

/** Says what is wrong with a card to whoever owns its course. */
export function ReportForm({ cardId }: { cardId: string }) {
  const t = useWords("review");
  const { submit, isBusy, errorOf, done } = useSubmit(reportFault, t("offline"));
  const failed = errorOf("");
  const details = useRef<HTMLDetailsElement>(null);
  useHotkeys({
    r: () => {
      if (!details.current) return;
      details.current.open = true;
      details.current.querySelector("textarea")?.focus();
    },
  });
  return (
    <details className="report" ref={details}>
      <summary aria-keyshortcuts="r">{t("report")}</summary>
      <form method="post" onSubmit={submit}>
        <input type="hidden" name="card" value={cardId} />
        <Field label={t("reportText")} error={errorOf("text")}>
          {(tied) => <textarea {...tied} className="input" name="text" rows={3} maxLength={1000} />}
        </Field>
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <Button type="submit" aria-disabled={isBusy}>
          {t("reportSend")}
        </Button>
      </form>
    </details>
  );
}
