import { useEffect, useRef } from "react";
import { goesOn, useHotkeys } from "@/lib/browser/hotkeys";

/** Keys that a number begins with. */
const begins = [..."0123456789-−."];
/** A key pressed twice, or meant for what stood here before, is no answer. */
const settlesMs = 400;
const settled = () => performance.now() + settlesMs;

/**
 * Whatever has the focus, a number that is typed lands in the first empty field of the form. A question that has just
 * come takes nothing until the keys have rested: half a number would be another number.
 */
export function useTypedAtOnce(form: () => HTMLFormElement | null, isOn: boolean): void {
  const settledAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    settledAt.current = settled();
  }, []);
  const begin = () => {
    if (performance.now() < settledAt.current) {
      settledAt.current = settled();
      return;
    }
    const fields = form()?.querySelectorAll<HTMLInputElement>("input[inputmode]") ?? [];
    [...fields].find(({ value }) => value === "")?.focus();
    return goesOn;
  };
  useHotkeys(Object.fromEntries(begins.map((key) => [key, begin])), isOn);
}
