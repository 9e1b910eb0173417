import { createAccount, registerByForm, signOut } from "./support/people";
import { reachQuestion } from "./support/reach";
import { expectReadable } from "./support/readable";
import { answerRightly } from "./support/review";
import { expect, test } from "./support/test";

test.use({ provoked: /status of 404/ });

for (const width of [1280, 390]) {
  test(`every page has no accessibility fault and no sideways scroll at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 844 });
    const look = (place: string) => expectReadable(page, place);
    await page.goto("/register");
    await look("register");
    await registerByForm(page);
    await look("today");
    await page.goto("/settings");
    await look("settings");
    await page.goto("/progress");
    await look("progress before the first review");
    await page.goto("/review");
    await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
    await look("front of a card");
    await page.keyboard.press("Space");
    await look("back of a card");

    for (const family of ["conv-output-size", "adagrad-decay-fix"]) {
      const card = await reachQuestion(page, family);
      await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
      await look(`${family} before`);
      await answerRightly(page, card);
      await expect(page.getByRole("button", { name: /^Next/ })).toBeEnabled();
      await look(`${family} after`);
    }

    await page.goto("/progress");
    await look("progress");
    await page.goto("/no/such/page");
    await look("not found");
    await signOut(page);
    await look("sign-in");
  });
}

test("an address with nothing behind it says so and leads back", async ({ page }) => {
  await createAccount(page);
  const answer = await page.goto("/no/such/page");
  expect(answer?.status()).toBe(404);
  expect((await page.goto("/cards/%E0%A4%A"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Nothing at this address" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to today" })).toBeVisible();
});
