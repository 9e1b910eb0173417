import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { gradeByKey } from "./support/review";
import { expect, test } from "./support/test";

test("a session of five minutes ends between two cards, and goes on when one wishes", async ({ page }) => {
  await createAccount(page);
  await page.clock.install();
  const ahead: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) ahead.push(request.url());
    // Fetched ahead, the five minutes would have begun with Today.
    expect(ahead.filter((url) => url.includes("minutes="))).toEqual([]);
  });
  await page.goto("/today");
  await page.getByRole("link", { name: "Just 5 minutes" }).click();
  await expect(page).toHaveURL(/\/review\?minutes=5&until=\d+$/);
  const address = page.url();
  // A reload is no new start.
  await page.reload();
  await expect(page).toHaveURL(address);
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
  await page.clock.fastForward("20:00");
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  const sent = page.waitForRequest("**/api/study/answer");
  await gradeByKey(page, "4");
  // What was spent on this page is no time of the card.
  expect((await sent).postDataJSON().takenMs).toBeLessThan(20 * 60_000);
  await expect(page.getByRole("heading", { name: /minutes are up/ })).toHaveCount(0);
  await expect(card).toBeVisible();

  await page.goto(`/review?minutes=5&until=${Date.now() - 60_000}`);
  await expect(page.getByRole("heading", { name: "5 minutes are up" })).toBeVisible();
  await expect(page.getByText(/^\d+ more wait for you\.$/)).toBeVisible();
});
