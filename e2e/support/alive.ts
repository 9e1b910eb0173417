/** Waits, after a page was opened, until its script listens: what is pressed before that does nothing. */
import type { Page } from "@playwright/test";

/** Makes `goto` and `reload` of a page end when its controls are alive; who asks for "commit" wants to be early. */
export function waitUntilAlive(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    if (options?.waitUntil !== "commit") await isAlive(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    if (options?.waitUntil !== "commit") await isAlive(page);
    return answer;
  };
}

/** React marks each element that it has taken over from the server's HTML. */
const isAlive = (page: Page) =>
  page.waitForFunction(() =>
    [
      ...document.querySelectorAll(
        "main button, main input:not([type=hidden]), main textarea, main select, header button",
      ),
    ].every((control) => Object.keys(control).some((key) => key.startsWith("__react"))),
  );
