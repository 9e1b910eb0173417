"use client";
import { type FormEvent, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { holdComposingEnter } from "@/lib/browser/composing";
import { ChangeNote } from "../change-note";
import { DayDialog } from "../day-dialog";
import { ResetDialog } from "../reset-dialog";
import { useChange } from "../use-change";

interface ControlsProps {
  cardId: string;
  isSuspended: boolean;
  /** A card never graded has nothing to reset. */
  isNew: boolean;
  tags: string[];
}

/** The card's tags, and what can be done to it. */
export function CardControls({ cardId, isSuspended, isNew, tags }: ControlsProps) {
  const t = useWords("cards");
  const { send, reply, isBusy } = useChange();
  const [asks, setAsks] = useState<"day" | "reset" | null>(null);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tag = new FormData(event.currentTarget).get("tag");
    if (typeof tag !== "string" || tag.trim() === "") return;
    event.currentTarget.reset();
    send([cardId], { kind: "tag", tag });
  };
  return (
    <section className="card pad controls" aria-labelledby="tags">
      <h2 id="tags">{t("tags")}</h2>
      {tags.length === 0 ? (
        <p className="soft small">{t("noTags")}</p>
      ) : (
        <ul className="row-tags">
          {tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
              <button
                type="button"
                aria-label={t("removeThis", { tag })}
                aria-disabled={isBusy}
                onClick={() => send([cardId], { kind: "untag", tag })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="tag-form" onSubmit={add} onKeyDown={holdComposingEnter}>
        <TextField label={t("tagName")} name="tag" maxLength={100} autoComplete="off" autoCapitalize="none" />
        <Button type="submit" aria-disabled={isBusy}>
          {t("addTag")}
        </Button>
      </form>
      <div className="control-row">
        <Button
          aria-disabled={isBusy}
          onClick={() => send([cardId], { kind: isSuspended ? "unsuspend" : "suspend" })}
        >
          {t(isSuspended ? "unsuspend" : "suspend")}
        </Button>
        {!isNew && (
          <>
            <Button aria-disabled={isBusy} aria-haspopup="dialog" onClick={() => setAsks("day")}>
              {t("setDay")}
            </Button>
            <Button aria-disabled={isBusy} aria-haspopup="dialog" onClick={() => setAsks("reset")}>
              {t("reset")}
            </Button>
          </>
        )}
      </div>
      <ChangeNote reply={reply} />
      <DayDialog
        count={asks === "day" ? 1 : null}
        onSet={(days) => send([cardId], { kind: "day", days })}
        onClose={() => setAsks(null)}
      />
      <ResetDialog
        count={asks === "reset" ? 1 : null}
        onReset={() => send([cardId], { kind: "reset" })}
        onClose={() => setAsks(null)}
      />
    </section>
  );
}
