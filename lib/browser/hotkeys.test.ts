import { expect, it } from "vitest";
import { type KeyPress, nameOfKey } from "./hotkeys";

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: "u",
  code: "KeyU",
  keyCode: 85,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});

it("names characters in lower case and keys by their name", () => {
  expect(nameOfKey(press({ key: "U" }))).toBe("u");
  expect(nameOfKey(press({ key: " ", code: "Space" }))).toBe("Space");
  expect(nameOfKey(press({ key: "?", code: "Slash" }))).toBe("?");
  expect(nameOfKey(press({ key: "ArrowLeft", code: "ArrowLeft" }))).toBe("ArrowLeft");
});

it("reads the place of the key when the layout is Hangul", () => {
  expect(nameOfKey(press({ key: "ㅕ", code: "KeyU" }))).toBe("u");
});

it("rests while Hangul is composed and while a modifier is held", () => {
  expect(nameOfKey(press({ isComposing: true }))).toBeNull();
  expect(nameOfKey(press({ keyCode: 229 }))).toBeNull();
  expect(nameOfKey(press({ ctrlKey: true }))).toBeNull();
  expect(nameOfKey(press({ metaKey: true }))).toBeNull();
  expect(nameOfKey(press({ altKey: true }))).toBeNull();
});
