"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** The browser's own modal dialog: Esc closes it, focus stays inside and returns to where it was. */
export function Dialog(props: { title: string; isOpen: boolean; onClose: () => void; children: ReactNode }) {
  const { title, isOpen, onClose, children } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog className="dialog" ref={ref} aria-labelledby={titleId} onClose={onClose}>
      <div>
        <h2 id={titleId}>{title}</h2>
        {isOpen && children}
      </div>
    </dialog>
  );
}
