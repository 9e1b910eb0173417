/** Takes over what was typed or ticked before the page's script had loaded, so that a slow connection loses no answer. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement;
interface Touched {
  field: Field;
  value: string;
}

const isToggle = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

/** Fields that a form has taken on: the page around it leaves them to that form. */
const taken = new WeakSet<Field>();

/** The fields that no longer hold what the server had written into them, taken on by who asks first. */
function takeTouched(container: Element): Touched[] {
  const touched = [...container.querySelectorAll<Field>("input, textarea")].filter(
    (field) =>
      !taken.has(field) &&
      (isToggle(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue),
  );
  for (const field of touched) taken.add(field);
  return touched.map((field) => ({ field, value: field.value }));
}

const hasFiles = (field: Field): boolean => field instanceof HTMLInputElement && field.type === "file";

/** Does again, for React to hear, what was done to the field before React listened. */
function redo({ field, value }: Touched): void {
  if (!field.isConnected) return;
  if (isToggle(field)) {
    field.checked = field.defaultChecked;
    field.click();
    return;
  }
  if (hasFiles(field)) {
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  // React remembers what is written through the element itself and hears of what differs from that.
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Watches over the fields in `container` from the server's HTML to the moment the component is alive. */
export function useEarlyInput(container: () => Element | null): void {
  const find = useRef(container);
  const touched = useRef<Touched[]>([]);
  const [isDrawn, setDrawn] = useState(false);
  // Before anything draws its own state over what was typed.
  useLayoutEffect(() => {
    const element = find.current();
    touched.current = element ? takeTouched(element) : [];
  }, []);
  // A draft that is put back in the same moment is drawn first: what is typed builds on it.
  useEffect(() => setDrawn(true), []);
  useEffect(() => {
    if (isDrawn) void redoAll(touched.current.splice(0));
  }, [isDrawn]);
}

/** One field after the other, since each may build on what the last one changed. */
async function redoAll(touched: readonly Touched[]): Promise<void> {
  for (const each of touched) {
    await null;
    redo(each);
    // A form that comes alive only now has heard nothing, and may take its field on.
    taken.delete(each.field);
  }
}
