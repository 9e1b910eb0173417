"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";

/** Asks once more before memories are cleared; null asks nothing. */
export function ResetDialog(props: { count: number | null; onReset: () => void; onClose: () => void }) {
  const t = useWords("cards");
  const reset = () => {
    props.onClose();
    props.onReset();
  };
  return (
    <Dialog
      title={t("resetTitle", { count: props.count ?? 0 })}
      isOpen={props.count !== null}
      onClose={props.onClose}
    >
      <p className="soft">{t("resetBody")}</p>
      <p className="dialog-end">
        <Button onClick={props.onClose}>{t("cancel")}</Button>
        <Button look="danger" onClick={reset}>
          {t("resetNow")}
        </Button>
      </p>
    </Dialog>
  );
}
