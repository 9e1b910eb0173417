"use client";
import { type ReactNode, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Locale } from "@/lib/core/text";
import { reworkCard } from "../actions";
import { WordsFields } from "./words-fields";

export interface EditedCard {
  id: string;
  locale: Locale;
  words: Words;
  isEdited: boolean;
  isDropped: boolean;
}

/** Two cards out of one: the first keeps everybody's schedule. */
export function SplitForm(props: { courseId: string; card: EditedCard; isAsked: boolean }) {
  const { courseId, card, isAsked } = props;
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(reworkCard, t("failed"));
  const failed = errorOf("");
  return (
    <OnDemand summary={t("splitCard")} isAsked={isAsked}>
      <form className="course-form" onSubmit={submit} method="post">
        <p className="small soft">{t("splitAbout")}</p>
        <Hidden courseId={courseId} card={card} kind="split" />
        <fieldset className="course-form">
          <legend>{t("firstCard")}</legend>
          <WordsFields words={card.words} error={errorOf("front")} />
        </fieldset>
        <fieldset className="course-form">
          <legend>{t("secondCard")}</legend>
          <WordsFields words={card.words} error={null} place="2" />
        </fieldset>
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <div>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("splitCard")}
          </Button>
        </div>
      </form>
    </OnDemand>
  );
}

/** What it holds is made when it is opened: a form that nobody opens has no fields in the page. */
export function OnDemand(props: { summary: string; isAsked?: boolean; children: ReactNode }) {
  const { summary, isAsked = false, children } = props;
  const [isOpen, setOpen] = useState(isAsked);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}

interface MergeProps {
  courseId: string;
  card: EditedCard;
  others: { id: string; words: Words }[];
}

/** One card out of two: this one keeps its schedule, the other leaves the course. */
export function MergeForm({ courseId, card, others }: MergeProps) {
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(reworkCard, t("failed"));
  const [chosen, setChosen] = useState(others[0]?.id ?? "");
  const failed = errorOf("");
  const other = others.find(({ id }) => id === chosen);
  const joined = {
    front: card.words.front,
    back: [card.words.back, other?.words.back].filter(Boolean).join("\n"),
  };
  return (
    <OnDemand summary={t("mergeCard")}>
      <form className="course-form" onSubmit={submit} method="post">
        <p className="small soft">{t("mergeAbout")}</p>
        <Hidden courseId={courseId} card={card} kind="merge" />
        <Field label={t("mergeWith")}>
          {(tied) => (
            <select
              {...tied}
              className="input"
              name="other"
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
            >
              {others.map(({ id, words }) => (
                <option key={id} value={id}>
                  {words.front}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WordsFields key={chosen} words={joined} error={errorOf("front")} />
        {failed ? <Note pen="red">{failed}</Note> : null}
        {done ? <Note pen="ok">{done}</Note> : null}
        <div>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("mergeCard")}
          </Button>
        </div>
      </form>
    </OnDemand>
  );
}

function Hidden({ courseId, card, kind }: { courseId: string; card: EditedCard; kind: "split" | "merge" }) {
  return (
    <>
      <input type="hidden" name="course" value={courseId} />
      <input type="hidden" name="card" value={card.id} />
      <input type="hidden" name="locale" value={card.locale} />
      <input type="hidden" name="kind" value={kind} />
    </>
  );
}
