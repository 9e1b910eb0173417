"use client";
import { useRef } from "react";

/** Runs one act after another: each meets the page as the one before left it, however quickly keys are pressed. */
export function useTurns(): <Value>(act: () => Promise<Value>) => Promise<Value> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (act) => {
    const turn = last.current.then(act);
    last.current = turn.catch(() => undefined);
    return turn;
  };
}
