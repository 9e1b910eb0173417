"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Note } from "@/app/_ui/note";
import { mostInSet, setOrders } from "@/lib/core/study/review-set";
import { beginReview } from "./actions";
import { type AddressedSearch, queryOf } from "./search-address";

interface ReviewDialogProps {
  isOpen: boolean;
  /** The cards chosen; none of them means all that were found. */
  chosen: readonly string[];
  search: AddressedSearch;
  total: number;
  onClose: () => void;
}

const kinds = ["cram", "review"] as const;

/** Asks how cards are to be reviewed outside the day, and goes to them. */
export function ReviewDialog({ isOpen, chosen, search, total, onClose }: ReviewDialogProps) {
  const t = useWords("sets");
  const { submit, isBusy, errorOf } = useSubmit(beginReview, t("failed"));
  const count = chosen.length === 0 ? total : chosen.length;
  const failed = errorOf("");
  return (
    <Dialog
      title={t(chosen.length === 0 ? "askAll" : "askChosen", { count })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <form method="post" onSubmit={submit}>
        {chosen.map((cardId) => (
          <input key={cardId} type="hidden" name="card" value={cardId} />
        ))}
        <input type="hidden" name="search" value={queryOf(search)} />
        <p className="small soft">
          {count > mostInSet ? `${t("limit", { most: mostInSet })} ` : null}
          {t("suspended")}
        </p>
        <fieldset>
          <legend>{t("kind")}</legend>
          {kinds.map((kind, at) => (
            <label key={kind} className="check">
              <input type="radio" name="kind" value={kind} defaultChecked={at === 0} />
              <span>
                {t(kind)}
                <span className="check-about small soft">{t(`${kind}About`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("order")}</legend>
          {setOrders.map((order, at) => (
            <label key={order} className="check">
              <input type="radio" name="order" value={order} defaultChecked={at === 0} />
              {t(order)}
            </label>
          ))}
        </fieldset>
        {failed ? <Note pen="red">{failed}</Note> : null}
        <p className="dialog-end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("start")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
