"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Icon } from "./icon";

export interface KeyHelp {
  /** As printed on the keys: ["Space", "Enter"]. */
  keys: readonly string[];
  does: string;
}

/** The button that opens the list of this page's keys; `?` does the same. */
export function HelpDialog({ entries }: { entries: readonly KeyHelp[] }) {
  const t = useWords("parts");
  const [isOpen, setOpen] = useState(false);
  useHotkeys({ "?": () => setOpen(true) });
  return (
    <>
      <Button
        look="quiet"
        isIcon
        aria-label={t("keysHelp")}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </Button>
      <Dialog title={t("keys")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="keys">
          {entries.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="dialog-end">
          <Button onClick={() => setOpen(false)}>{t("close")}</Button>
        </p>
      </Dialog>
    </>
  );
}
