/** Single-key commands of a page. They rest while someone types, composes Hangul, or holds a modifier. */
import { useLayoutEffect, useRef } from "react";

/** What a command returns that leaves the key to the browser, too, as to type it into the field it has just focused. */
export const goesOn = Symbol("the key goes on");

/** Names: "Space", "Enter", "Escape", "ArrowLeft", "1", "u", "?", and two keys in a row as "g t". */
export type Hotkeys = Readonly<Record<string, (() => unknown) | undefined>>;

const pauseBetweenMs = 1_000;

/** The part of a KeyboardEvent that decides; a plain value, so that the rules can be tested without a browser. */
export interface KeyPress {
  key: string;
  code: string;
  keyCode: number;
  isComposing: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The name of a key press, or null when it is no command. A Hangul layout is read by the key's place. */
export function nameOfKey(press: KeyPress): string | null {
  if (press.isComposing || press.keyCode === 229) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === " ") return "Space";
  if (press.key.length > 1) return press.key;
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  return (/[^ -~]/.test(press.key) && letter ? letter : press.key).toLowerCase();
}

/** A field that keeps what was answered takes no more typing. */
const typing =
  "input:not([type=checkbox]):not([type=radio]):not([type=range]):not([readonly]), textarea, select, [contenteditable=true]";
const pressable = "a, button, summary, input, label";

/** For what somebody has begun on: `isHeld` while a change of the page would take it away, wherever the focus is. */
export const held = (isHeld: boolean) => ({ "data-held": isHeld ? "" : undefined });

/** Whether somebody is writing, has begun on something, or has a window open, that a change of the page would take away. */
export const isWriting = (): boolean =>
  document.querySelector("dialog[open], [data-held]") !== null ||
  document.activeElement?.closest(typing) != null;

const rests = (target: Element | null, name: string): boolean => {
  if (document.querySelector("dialog[open]") !== null) return true;
  if (target?.closest(typing)) return true;
  // Space and Enter already press what is focused, arrows already move a slider or a radio.
  if (name === "Space" || name === "Enter") return target?.closest(pressable) != null;
  return name.startsWith("Arrow") && target?.closest("input") != null;
};

/** `data-keys="off"` on <html> turns single characters off; Space, Enter, Escape and arrows stay. */
const singleKeysAreOff = (): boolean => document.documentElement.dataset.keys === "off";

/** Binds keys while the component is shown. Pass `isOn: false` to pause them all. */
export function useHotkeys(hotkeys: Hotkeys, isOn = true): void {
  const latest = useRef(hotkeys);
  // With what is drawn, not after it: a key pressed at once meets the page that is seen.
  useLayoutEffect(() => {
    latest.current = hotkeys;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    let before = { name: "", at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      const name = nameOfKey(event);
      if (name === null || event.defaultPrevented || event.repeat) return;
      if (rests(event.target instanceof Element ? event.target : null, name)) return;
      if (name.length === 1 && singleKeysAreOff()) return;
      const isSoon = event.timeStamp - before.at < pauseBetweenMs;
      const act = (isSoon && latest.current[`${before.name} ${name}`]) || latest.current[name];
      before = { name, at: event.timeStamp };
      if (!act) return;
      if (act() !== goesOn) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}
