/** What every page must be: without accessibility faults in both themes, and never wider than the screen. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** `place` names the page in the message of a failure. */
export async function expectReadable(page: Page, place: string): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expectNoSideways(page, place);
  // What lies half under the bar at the top is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectClean(page, place);
}

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

async function expectClean(page: Page, place: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // One page without frames of other sites: no second page to gather in, and nothing told of what is in order.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    // Names, order and sizes are the same at night; what can differ is what can be told from its ground.
    const { violations } = await (theme === "light"
      ? axe.withTags(tags)
      : axe.withRules(["color-contrast"])
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
    expect(found, `${place}, ${theme}`).toEqual([]);
  }
}

async function expectNoSideways(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, `${place}: wider than the screen by`).toBeLessThanOrEqual(0);
}
