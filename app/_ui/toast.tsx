"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";

export interface ToastProps {
  /** Changes with every new message, so that the same sentence twice is shown and read twice. */
  id: string | number;
  children: ReactNode;
  action?: { label: string; onAct: () => void };
  onClose: () => void;
}

interface RegionProps {
  /** Names the region in which all is said. */
  label: string;
  toast: ToastProps | null;
  /** Said only to who listens: what others see by looking. */
  aloud?: ReactNode;
}

const shownMs = 5_000;

/**
 * One message at the bottom for five seconds, held while its action is pointed at or focused. The region around it lasts as
 * long as the page and says only what is new in it: one that comes with its words is not reliably read.
 */
export function Toast({ label, toast, aloud }: RegionProps) {
  const [isHeld, setHeld] = useState(false);
  const id = toast?.id;
  const close = useRef(toast?.onClose);
  useEffect(() => {
    close.current = toast?.onClose;
  });
  useEffect(() => {
    if (id === undefined || isHeld) return;
    // Whatever is drawn meanwhile, five seconds are five.
    const timer = setTimeout(() => close.current?.(), shownMs);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const act = () => {
    release();
    toast?.action?.onAct();
  };
  return (
    <div role="status" aria-label={label} aria-atomic="false">
      {toast && (
        <div className="toast" key={toast.id}>
          <span>{toast.children}</span>
          {toast.action && (
            <button
              type="button"
              onClick={act}
              onFocus={hold}
              onBlur={release}
              onPointerEnter={hold}
              onPointerLeave={release}
            >
              {toast.action.label}
            </button>
          )}
        </div>
      )}
      {aloud}
    </div>
  );
}
