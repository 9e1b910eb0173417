"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { reportFault } from "@/app/_shell/report-fault";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { forgetDraft, keepDraft, readDraft } from "@/lib/browser/draft";

interface ReportDialogProps {
  userId: string;
  cardId: string;
  isOpen: boolean;
  onClose: () => void;
  /** With the sentence that thanks. */
  onSent: (said: string) => void;
}

/** Says what is wrong with a card to whoever owns its course. What is typed outlives a reload until it is sent. */
export function ReportDialog({ userId, cardId, isOpen, onClose, onSent }: ReportDialogProps) {
  const t = useWords("review");
  const draft = `${userId}.report.${cardId}`;
  const send = async (form: FormData) => {
    const reply = await reportFault(form);
    if (reply.done) {
      forgetDraft(draft);
      onSent(reply.done);
    }
    return reply;
  };
  const { submit, isBusy, errorOf } = useSubmit(send, t("editFailed"));
  const failed = errorOf("");
  return (
    <Dialog title={t("report")} isOpen={isOpen} onClose={onClose}>
      <form method="post" onSubmit={submit}>
        <input type="hidden" name="card" value={cardId} />
        <Field label={t("reportText")} error={errorOf("text")}>
          {(tied) => (
            <textarea
              {...tied}
              className="input"
              name="text"
              rows={4}
              maxLength={1000}
              defaultValue={readDraft(draft) ?? ""}
              onChange={(event) => keepDraft(draft, event.target.value)}
            />
          )}
        </Field>
        {failed ? <Note pen="red">{failed}</Note> : null}
        <p className="dialog-end">
          <Button onClick={onClose}>{t("editCancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {t("reportSend")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
