"use client";
import type { FormEvent } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";

interface DayDialogProps {
  /** How many cards it is about; null while it is closed. */
  count: number | null;
  onSet: (days: number) => void;
  onClose: () => void;
}

/** Asks in how many days the cards are to come back. */
export function DayDialog({ count, onSet, onClose }: DayDialogProps) {
  const t = useWords("cards");
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const days = Number(new FormData(event.currentTarget).get("days"));
    onClose();
    onSet(days);
  };
  return (
    <Dialog title={t("dayTitle", { count: count ?? 0 })} isOpen={count !== null} onClose={onClose}>
      <form onSubmit={set}>
        <TextField
          label={t("dayCount")}
          hint={t("dayHint")}
          name="days"
          type="number"
          inputMode="numeric"
          min={0}
          max={3650}
          step={1}
          defaultValue={1}
          onFocus={(event) => event.currentTarget.select()}
          required
        />
        <p className="dialog-end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="primary">
            {t("dayNow")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
