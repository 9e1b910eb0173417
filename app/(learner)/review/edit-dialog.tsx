"use client";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { holdComposingEnter } from "@/lib/browser/composing";
import { rewriteCard } from "@/lib/browser/study-api";
import type { NoteFace } from "@/lib/core/study/review-card";
import type { Locale } from "@/lib/core/text";
import { inLocale } from "@/lib/core/text";

interface EditDialogProps {
  userId: string;
  cardId: string;
  face: NoteFace;
  locale: Locale;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (face: NoteFace) => void;
}

const longest = 5_000;

/** Question and answer of the card on the desk, to write anew. What is typed stays until it is saved or given up. */
export function EditDialog({
  userId,
  cardId,
  face,
  locale: wanted,
  isOpen,
  onClose,
  onSaved,
}: EditDialogProps) {
  const t = useWords("review");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const shown = inLocale(face.sides, wanted);
  if (!shown) return null;
  const { locale, value: side } = shown;

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const words = { front: String(form.get("front")), back: String(form.get("back")) };
    if (words.front.trim() === "" || words.back.trim() === "") return setError(t("editEmpty"));
    setBusy(true);
    setError(null);
    const reply = await rewriteCard(userId, cardId, locale, words);
    setBusy(false);
    if (reply.ok) onSaved(reply.body.face);
    else setError(reply.error.message || t("editFailed"));
  };
  /** Enter begins a new line; with Ctrl or ⌘ it saves, unless it ends a Hangul syllable. */
  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    holdComposingEnter(event);
    if (event.key !== "Enter" || event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  const close = () => {
    setError(null);
    onClose();
  };
  const field = (name: "front" | "back", rows: number) => (
    <Field label={t(name === "front" ? "editFront" : "editBack")}>
      {(tied) => (
        <textarea
          {...tied}
          className="input"
          name={name}
          lang={locale}
          rows={rows}
          defaultValue={side[name]}
          maxLength={longest}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={t("edit")} isOpen={isOpen} onClose={close}>
      <form method="post" onSubmit={save} onKeyDown={saveByKey} noValidate>
        {field("front", 2)}
        {field("back", 5)}
        <p className="small soft">{t("editAbout")}</p>
        {error ? <Note pen="red">{error}</Note> : null}
        <p className="dialog-end">
          <Button onClick={close}>{t("editCancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("editSave")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
