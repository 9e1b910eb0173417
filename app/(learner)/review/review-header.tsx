"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { HelpDialog } from "@/app/_ui/help-dialog";
import { Icon } from "@/app/_ui/icon";
import { ProgressCells } from "@/app/_ui/progress-cells";
import type { QueueHead } from "@/lib/core/study/review-card";

/** Leave, progress, undo and help: all the navigation a review has. */
export function ReviewHeader({
  head,
  isBusy,
  onUndo,
}: {
  head: QueueHead;
  isBusy: boolean;
  onUndo: () => void;
}) {
  const t = useWords("review");
  const { counts } = head;
  return (
    <header className="focus">
      <a className="btn btn-quiet btn-icon" href="/today" aria-label={t("leave")}>
        <Icon name="close" />
      </a>
      <ProgressCells
        done={head.done}
        doneCount={head.doneCount}
        remaining={counts.new + counts.learning + counts.review}
      />
      <div>
        <Button
          look="quiet"
          onClick={onUndo}
          aria-label={t("keyUndo")}
          aria-keyshortcuts="u"
          disabled={isBusy}
        >
          <Icon name="undo" />
          <span className="only-wide">{t("keyUndo")}</span>
          <kbd aria-hidden="true">U</kbd>
        </Button>
        <HelpDialog
          entries={[
            { keys: ["Space", "Enter"], does: t("keyShow") },
            { keys: ["1", "2", "3", "4"], does: t("keyGrade") },
            { keys: ["U"], does: t("keyUndo") },
            { keys: ["N"], does: t("keyNote") },
            { keys: ["←", "→"], does: t("keyStep") },
            { keys: ["P"], does: t("keyPlay") },
            { keys: ["Esc"], does: t("keyLeave") },
          ]}
        />
      </div>
    </header>
  );
}
