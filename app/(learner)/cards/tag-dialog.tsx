"use client";
import { type FormEvent, useId, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { holdComposingEnter } from "@/lib/browser/composing";

interface TagDialogProps {
  /** How many cards it is about; null while it is closed. */
  count: number | null;
  tags: readonly string[];
  onTag: (tag: string, isAdded: boolean) => void;
  onClose: () => void;
}

/** Names one tag and puts it on the cards or takes it off; Enter adds. */
export function TagDialog({ count, tags, onTag, onClose }: TagDialogProps) {
  const t = useWords("cards");
  const known = useId();
  const form = useRef<HTMLFormElement>(null);
  const change = (isAdded: boolean) => {
    const tag = form.current && new FormData(form.current).get("tag");
    if (typeof tag !== "string" || tag.trim() === "") return;
    onClose();
    onTag(tag, isAdded);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    change(true);
  };
  return (
    <Dialog title={t("tagTitle", { count: count ?? 0 })} isOpen={count !== null} onClose={onClose}>
      <form ref={form} onSubmit={add} onKeyDown={holdComposingEnter}>
        <TextField
          label={t("tagName")}
          hint={t("tagHint")}
          name="tag"
          list={known}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          required
        />
        <datalist id={known}>
          {tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </datalist>
        <p className="dialog-end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button onClick={() => change(false)}>{t("removeTag")}</Button>
          <Button type="submit" look="primary">
            {t("addTag")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
