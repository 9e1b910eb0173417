"use client";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field, TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import type { Correction } from "@/lib/core/notes/course";
import type { CorrectionDecision } from "@/lib/core/notes/stored-course";
import { locales } from "@/lib/core/text";
import { changeCorrection } from "../actions";

const stateWords = {
  accepted: "accepted",
  dismissed: "dismissed",
  edited: "editedState",
  added: "addedState",
} as const;

interface CorrectionProps {
  courseId: string;
  correction: Correction & { state: CorrectionDecision["state"] | null };
  mayEdit: boolean;
}

/** One correction with the sentence it is about; its teacher accepts, rewrites or dismisses it. */
export function CorrectionForm({ courseId, correction, mayEdit }: CorrectionProps) {
  const t = useWords("courses");
  const language = useLanguage();
  const { id, anchor, text, state } = correction;
  return (
    <article className="course-card" aria-label={id}>
      <div className="course-tags">
        <span className="tag tag-red">{id}</span>
        {state ? <span className="tag">{t(stateWords[state])}</span> : null}
      </div>
      <p>
        <q>{anchor}</q>
      </p>
      <p>{text[language]}</p>
      {mayEdit ? <Decision courseId={courseId} correction={correction} /> : null}
    </article>
  );
}

function Decision({ courseId, correction: { id, text } }: Omit<CorrectionProps, "mayEdit">) {
  const t = useWords("courses");
  const [isOpen, setOpen] = useState(false);
  const { submit, isBusy, errorOf, done } = useSubmit(changeCorrection, t("failed"));
  const failed = errorOf("");
  return (
    <form className="course-form" method="post" onSubmit={submit}>
      <input type="hidden" name="course" value={courseId} />
      <input type="hidden" name="correction" value={id} />
      {isOpen ? <Texts text={text} errorOf={errorOf} /> : null}
      {failed ? <Note pen="red">{failed}</Note> : null}
      {done ? <Note pen="ok">{done}</Note> : null}
      <div className="course-acts">
        {isOpen ? (
          <Button type="submit" look="primary" name="state" value="edited" aria-disabled={isBusy}>
            {t("save")}
          </Button>
        ) : (
          <>
            <Button type="submit" name="state" value="accepted" aria-disabled={isBusy}>
              {t("accept")}
            </Button>
            <Button onClick={() => setOpen(true)}>{t("edit")}</Button>
            <Button type="submit" look="danger" name="state" value="dismissed" aria-disabled={isBusy}>
              {t("dismiss")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

/** A correction of a sentence that had none. */
export function AddCorrection({ courseId, count }: { courseId: string; count: number }) {
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(changeCorrection, t("failed"));
  const failed = errorOf("");
  return (
    <details>
      <summary>{t("addCorrection")}</summary>
      <form className="course-form" method="post" onSubmit={submit}>
        <input type="hidden" name="course" value={courseId} />
        <input type="hidden" name="correction" value={`X${count + 1}`} />
        <TextField
          label={t("anchor")}
          hint={t("anchorHint")}
          name="anchor"
          error={errorOf("anchor")}
          maxLength={500}
        />
        <Texts text={{ ko: "", en: "" }} errorOf={errorOf} />
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <div>
          <Button type="submit" look="primary" name="state" value="added" aria-disabled={isBusy}>
            {t("addCorrection")}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Texts({ text, errorOf }: { text: Correction["text"]; errorOf: (field: string) => string | null }) {
  const t = useWords("courses");
  return (
    <>
      {locales.map((locale) => (
        <Field key={locale} label={t(`${locale}Text`)} error={errorOf(locale)}>
          {(tied) => (
            <textarea
              {...tied}
              className="input"
              name={locale}
              lang={locale}
              rows={2}
              defaultValue={text[locale]}
              maxLength={1000}
            />
          )}
        </Field>
      ))}
    </>
  );
}
