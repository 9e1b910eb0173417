/** Every key of a review that no other spec presses does what the help says. */
import type { Page } from "@playwright/test";
import { createAccount, fillSignIn } from "./support/people";
import { reachQuestion } from "./support/reach";
import { answerRightly, showByKey } from "./support/review";
import { expect, test } from "./support/test";

const front = (page: Page) => page.getByRole("heading", { level: 1 });
const grades = (page: Page) => page.getByRole("group", { name: "How well did you recall it?" });

test("N opens the notes, ? the help, Esc leaves, and Space means the card again after a press of Undo", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/review");
  await showByKey(page);
  const lines = page.locator(".source ol");
  await expect(lines).toBeHidden();
  await page.keyboard.press("n");
  await expect(lines).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "Keyboard" })).toBeVisible();
  // Keys rest behind a dialog.
  await page.keyboard.press("4");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Keyboard" })).toBeHidden();
  await expect(grades(page)).toBeVisible();

  const first = (await front(page).textContent()) ?? "";
  await page.keyboard.press("4");
  await expect(front(page)).not.toHaveText(first);
  await page.keyboard.press("f");
  // What was done last is what is told.
  await expect(page.locator(".toast")).toHaveText("Flagged.");
  const undo = page.getByRole("banner").getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(front(page)).toHaveText(first);
  await page.keyboard.press("Space");
  await expect(grades(page)).toBeVisible();
  await undo.click();
  await expect(page.locator(".toast")).toHaveText("There is no answer to undo.");
  const graded = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Space");
  expect((await (await graded).json()).graded.grade).toBe("good");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/today$/);
});

test("arrows step through a computation and P plays it", async ({ page }) => {
  await createAccount(page);
  const card = await reachQuestion(page, "conv-output-size");
  await answerRightly(page, card);
  await expect(page.getByRole("button", { name: /^Next/ })).toBeFocused();
  const at = page.locator(".ctl output");
  const start = await at.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(at).not.toHaveText(start ?? "");
  await page.keyboard.press("ArrowLeft");
  await expect(at).toHaveText(start ?? "");
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("single keys rest where they are turned off; Space goes on", async ({ page }) => {
  await createAccount(page);
  await page.goto("/settings");
  await page.getByLabel("Use single-letter keys").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
  await page.goto("/review");
  await showByKey(page);
  const first = (await front(page).textContent()) ?? "";
  for (const key of ["4", "n", "l", "-", "?"]) await page.keyboard.press(key);
  await expect(front(page)).toHaveText(first);
  await expect(grades(page)).toBeVisible();
  await expect(page.locator(".source ol")).toBeHidden();
  await page.keyboard.press("Space");
  await expect(front(page)).not.toHaveText(first);
});

test.describe("signed out in the middle of a review", () => {
  test.use({ provoked: /status of 401/ });

  test("a tab that was left open answers nothing for the learner who is signed in by now", async ({
    page,
  }) => {
    await createAccount(page);
    await page.goto("/review");
    await showByKey(page);
    await createAccount(page);
    await page.keyboard.press("4");
    await expect(page.locator(".desk-note")).toContainText("Somebody else is signed in");
    await page.keyboard.press("u");
    await page.goto("/today");
    await expect(page.getByRole("img", { name: /^0 cards done today/ })).toBeVisible();
  });

  test("one signs in from where one is told, and the answer is saved", async ({ page, context }) => {
    const account = await createAccount(page);
    await page.goto("/review");
    await showByKey(page);
    await context.clearCookies();
    await page.keyboard.press("4");
    const told = page.locator(".desk-note");
    await expect(told).toContainText("You are signed out. Sign in again.");
    await expect(told.getByRole("button", { name: "Try again" })).toBeVisible();
    await told.getByRole("link", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\?to=%2Freview$/);
    await fillSignIn(page, account);
    await expect(page).toHaveURL(/\/review$/);
    await expect(page.getByText("1 answer that waited is saved.")).toBeVisible();
  });
});
