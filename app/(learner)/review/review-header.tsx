"use client";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { WaitingCount } from "@/app/_shell/waiting-count";
import { Button } from "@/app/_ui/button";
import { HelpDialog } from "@/app/_ui/help-dialog";
import { Icon } from "@/app/_ui/icon";
import { ProgressCells } from "@/app/_ui/progress-cells";
import { type QueueHead, totalOf } from "@/lib/core/study/review-card";
import { languageNames, otherLocale } from "@/lib/core/text";

/** Leave, progress, undo and help: all the navigation a review has. */
export function ReviewHeader({
  head,
  waiting,
  timer,
  menu,
  onUndo,
  onLanguage,
}: {
  head: QueueHead;
  /** Answers that this browser keeps until the server is back. */
  waiting: number;
  /** How long the session has lasted, for whoever wants to see it. */
  timer: ReactNode;
  menu: ReactNode;
  onUndo: () => void;
  onLanguage: () => void;
}) {
  const t = useWords("review");
  const other = otherLocale(useLanguage());
  const { counts } = head;
  return (
    <header className="focus">
      <div className="focus-start">
        <a className="btn btn-quiet btn-icon" href="/today" aria-label={t("leave")}>
          <Icon name="close" />
        </a>
        {timer}
      </div>
      <ProgressCells
        done={head.done}
        doneCount={head.doneCount}
        againCount={head.againCount}
        remaining={totalOf(counts)}
      />
      <div>
        <WaitingCount count={waiting} />
        <Button look="quiet" onClick={onUndo} aria-label={t("keyUndo")} aria-keyshortcuts="u">
          <Icon name="undo" />
          <span className="only-wide">{t("keyUndo")}</span>
          <kbd aria-hidden="true">U</kbd>
        </Button>
        <div className="only-wide">
          <Button look="quiet" onClick={onLanguage} aria-label={t("switchLanguage")} aria-keyshortcuts="l">
            <span lang={other}>{languageNames[other]}</span>
          </Button>
        </div>
        {menu}
        <HelpDialog
          entries={[
            { keys: ["Space", "Enter"], does: t("keyShow") },
            { keys: ["1", "2", "3", "4"], does: t("keyGrade") },
            { keys: ["0–9", "-", "."], does: t("keyType") },
            { keys: ["U"], does: t("keyUndo") },
            { keys: ["Y"], does: t("keyRedo") },
            { keys: ["-"], does: t("bury") },
            { keys: ["@"], does: t("suspend") },
            { keys: ["F"], does: t("flag") },
            { keys: ["H"], does: t("keyHint") },
            { keys: ["E"], does: t("keyEdit") },
            { keys: ["R"], does: t("keyReport") },
            { keys: ["N"], does: t("keyNote") },
            { keys: ["L"], does: t("switchLanguage") },
            { keys: ["←", "→"], does: t("keyStep") },
            { keys: ["P"], does: t("keyPlay") },
            { keys: ["Esc"], does: t("keyLeave") },
          ]}
        />
      </div>
    </header>
  );
}
