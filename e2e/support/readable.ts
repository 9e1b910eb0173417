/** What every page must be: without accessibility faults in both themes, and never wider than the screen. */
import { expect, type Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

/** `place` names the page in the message of a failure. */
export async function expectReadable(page: Page, place: string): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expectNoSideways(page, place);
  // What lies half under the bar at the top is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectClean(page, place);
}

const everything: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Names, order and sizes are the same at night; what can differ is what can be told from its ground. */
const contrast: RunOnly = { type: "rule", values: ["color-contrast"] };

async function expectClean(page: Page, place: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const found = await faultsOf(page, theme === "light" ? everything : contrast);
    expect(found, `${place}, ${theme}`).toEqual([]);
  }
}

/** Runs axe in the page, which is given its half megabyte of script once. */
async function faultsOf(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  }, runOnly);
}

async function expectNoSideways(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, `${place}: wider than the screen by`).toBeLessThanOrEqual(0);
  expect(await page.evaluate(cutOff), `${place}: reaches out of its sheet`).toEqual([]);
}

/** Runs in the page: what reaches out of its sheet, or of the screen, at the right, and cannot be scrolled into sight. */
function cutOff(): string[] {
  const lies = (element: Element | null, name: "overflowX" | "position", values: string[]): boolean =>
    element !== null &&
    (values.includes(getComputedStyle(element)[name]) || lies(element.parentElement, name, values));
  const screen = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main :is(svg, img, input, output, button, select, textarea)")]
    .filter((element) => {
      const sheet = lies(element, "position", ["fixed"]) ? null : element.closest(".card, .stage, main");
      const { right, width } = element.getBoundingClientRect();
      const edge = Math.min(screen, sheet?.getBoundingClientRect().right ?? screen) + 1;
      return width > 0 && right > edge && !lies(element.parentElement, "overflowX", ["auto", "scroll"]);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}
