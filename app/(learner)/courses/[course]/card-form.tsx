"use client";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import type { Words } from "@/lib/core/notes/stored-course";
import { changeCard, createCard } from "../actions";
import { type EditedCard, MergeForm, SplitForm } from "./rework-forms";
import { WordsFields } from "./words-fields";

interface CardFormProps {
  courseId: string;
  card: EditedCard;
  /** Cards of the same concept to merge with; null where cards cannot be split or merged. */
  others: { id: string; words: Words }[] | null;
}

/**
 * The words of one card to rewrite; opened on demand, so that a long course stays light. An address that ends in
 * #card- or #split- and the card's id opens it, with the form that makes two of it.
 */
export function CardForm({ courseId, card, others }: CardFormProps) {
  const t = useWords("courses");
  const [isOpen, setOpen] = useState(false);
  const [isSplitAsked, setSplitAsked] = useState(false);
  const region = useId();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [, asked, id] = /^#(card|split)-(.*)$/.exec(decodeURIComponent(location.hash)) ?? [];
    if (id !== card.id) return;
    setOpen(true);
    setSplitAsked(asked === "split");
    const concept = form.current?.closest("details");
    if (concept) concept.open = true;
    form.current?.closest("article")?.scrollIntoView();
  }, [card.id]);
  return (
    <div className="course-form" ref={form}>
      <div>
        <Button look="quiet" aria-expanded={isOpen} aria-controls={region} onClick={() => setOpen(!isOpen)}>
          {t("edit")}
        </Button>
      </div>
      <div id={region} hidden={!isOpen}>
        {isOpen ? <WordsForm courseId={courseId} card={card} /> : null}
        {isOpen && others && !card.isDropped ? (
          <>
            <SplitForm courseId={courseId} card={card} isAsked={isSplitAsked} />
            {others.length > 0 ? <MergeForm courseId={courseId} card={card} others={others} /> : null}
          </>
        ) : null}
      </div>
    </div>
  );
}

function WordsForm({ courseId, card }: Omit<CardFormProps, "others">) {
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(changeCard, t("failed"));
  const failed = errorOf("");
  return (
    <form className="course-form" onSubmit={submit} method="post">
      <input type="hidden" name="course" value={courseId} />
      <input type="hidden" name="card" value={card.id} />
      <input type="hidden" name="locale" value={card.locale} />
      <WordsFields words={card.words} error={errorOf("front")} />
      {failed ? <Note pen="red">{failed}</Note> : null}
      {done ? <Note pen="ok">{done}</Note> : null}
      <div className="course-acts">
        <Button type="submit" look="primary" aria-disabled={isBusy} name="kind" value="rewrite">
          {t("save")}
        </Button>
        {card.isEdited || card.isDropped ? (
          <Button type="submit" aria-disabled={isBusy} name="kind" value="restore">
            {t(card.isDropped ? "restoreDropped" : "restore")}
          </Button>
        ) : null}
        {card.isDropped ? null : (
          <Button type="submit" look="danger" aria-disabled={isBusy} name="kind" value="drop">
            {t("drop")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A card that the notes do not make, under one concept. */
export function AddCard({ courseId, concept }: { courseId: string; concept: string }) {
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(createCard, t("failed"));
  const failed = errorOf("");
  return (
    <details>
      <summary>{t("addCard")}</summary>
      <form className="course-form" onSubmit={submit} method="post">
        <input type="hidden" name="course" value={courseId} />
        <input type="hidden" name="concept" value={concept} />
        <WordsFields words={{ front: "", back: "" }} error={errorOf("front")} />
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <div>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("addCard")}
          </Button>
        </div>
      </form>
    </details>
  );
}
