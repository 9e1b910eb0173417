import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { gradeByKey } from "./support/review";
import { expect, test } from "./support/test";

test("a session of five minutes ends between two cards, and goes on when one wishes", async ({ page }) => {
  await createAccount(page);
  await page.clock.install();
  await page.goto("/today");
  await page.getByRole("link", { name: "Just 5 minutes" }).click();
  await expect(page).toHaveURL(/\/review\?minutes=5$/);
  const card = page.getByRole("heading", { level: 1 });
  const first = (await card.textContent()) ?? "";
  await gradeByKey(page, "4");
  await expect(card).not.toHaveText(first);
  const second = await card.textContent();
  await page.clock.fastForward("05:01");
  // The card on the desk stays until it is answered.
  await expect(card).toHaveText(second ?? "");
  await gradeByKey(page, "4");

  await expect(page.getByRole("heading", { name: "5 minutes are up" })).toBeFocused();
  await expect(page.getByText(/^2 cards done\. \d+ more wait for you\.$/)).toBeVisible();
  await expectReadable(page, "time is up");
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  await page.clock.fastForward("10:00");
  await gradeByKey(page, "4");
  await expect(page.getByRole("heading", { name: /minutes are up/ })).toHaveCount(0);
  await expect(card).toBeVisible();
});
