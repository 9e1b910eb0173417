"use client";
import { useEffect, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { reportFault } from "@/app/_shell/report-fault";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";

interface ReportCardProps {
  cardId: string;
  /** Those of the review page, of which nothing else is needed here. */
  words: { title: string; text: string; send: string };
}

/** Says what is wrong with the card to whoever owns its course; open when the address ends in #report. */
export function ReportCard({ cardId, words }: ReportCardProps) {
  const t = useWords("cards");
  const { submit, isBusy, errorOf, done } = useSubmit(reportFault, t("failed"));
  const failed = errorOf("");
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (location.hash !== "#report" || !details.current) return;
    details.current.open = true;
    details.current.querySelector("textarea")?.focus();
  }, []);
  return (
    <details className="card pad report-card" ref={details}>
      <summary>{words.title}</summary>
      <form method="post" onSubmit={submit}>
        <input type="hidden" name="card" value={cardId} />
        <Field label={words.text} error={errorOf("text")}>
          {(tied) => <textarea {...tied} className="input" name="text" rows={3} maxLength={1000} />}
        </Field>
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <Button type="submit" aria-disabled={isBusy}>
          {words.send}
        </Button>
      </form>
    </details>
  );
}
