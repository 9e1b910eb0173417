import type { Page } from "@playwright/test";

/** Composes a Hangul syllable in the focused field and ends it with Enter, as an input method does. */
export async function composeWithEnter(page: Page, syllable: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: syllable, selectionStart: 1, selectionEnd: 1 });
  // What Chromium sends for the Enter that ends a composition: the key code of the input method, not 13.
  await devtools.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Process",
    code: "Enter",
    windowsVirtualKeyCode: 229,
  });
  await devtools.send("Input.insertText", { text: syllable });
}

/** The Enter that ends a composition in Safari: it comes when the composition is over, told apart by its code alone. */
export async function lateEnter(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.dispatchKeyEvent", {
    type: "keyDown",
    key: "Enter",
    code: "Enter",
    text: "\r",
    windowsVirtualKeyCode: 229,
  });
}
