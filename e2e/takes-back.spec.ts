/** Keys pressed quickly: each act meets the page as the one before left it, and U takes back what was done last. */
import type { Page } from "@playwright/test";
import { createAccount } from "./support/people";
import { gradeByKey } from "./support/review";
import { expect, test } from "./support/test";

const front = (page: Page) => page.getByRole("heading", { level: 1 });

/** A learner who has answered a card, and the question of the one that came next. */
async function answerOne(page: Page) {
  await createAccount(page);
  await page.goto("/review");
  const first = (await front(page).textContent()) ?? "";
  await gradeByKey(page, "4");
  await expect(front(page)).not.toHaveText(first);
  return { first, second: (await front(page).textContent()) ?? "" };
}

test("U1 undo pressed while an answer is being saved takes back that one, and two quick ones take back two", async ({
  page,
}) => {
  const { first, second } = await answerOne(page);

  // The answer takes its time, and U does not wait for it.
  await page.route("**/api/study/answer", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.getByRole("button", { name: "Show answer" }).click();
  const undone = page.waitForResponse("**/api/study/undo");
  await page.keyboard.press("3");
  // A card that is being saved is not set aside any more, and the next one is not known yet.
  await page.keyboard.press("-");
  await page.keyboard.press("u");
  expect((await (await undone).json()).head).toMatchObject({ doneCount: 1 });
  await expect(front(page)).toHaveText(second);
  await expect(page.getByText("Undone.")).toBeVisible();

  await gradeByKey(page, "3");
  const counts: number[] = [];
  page.on("response", async (response) => {
    if (/study\/(undo|redo)$/.test(response.url())) counts.push((await response.json()).head.doneCount);
  });
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect(front(page)).toHaveText(first);
  await expect.poll(() => counts).toEqual([1, 0]);
  await page.keyboard.press("y");
  await page.keyboard.press("y");
  await expect.poll(() => counts).toEqual([1, 0, 1, 2]);
  await expect(page.getByText("The answer is back.")).toBeVisible();
});

test("U1 undo brings back a card that was set aside last, and then takes back the answer before it", async ({
  page,
}) => {
  const { first, second } = await answerOne(page);
  await page.keyboard.press("-");
  await expect(front(page)).not.toHaveText(second);
  const third = (await front(page).textContent()) ?? "";
  await page.keyboard.press("@");
  await expect(front(page)).not.toHaveText(third);
  await page.keyboard.press("u");
  await expect(front(page)).toHaveText(third);
  await page.keyboard.press("u");
  await expect(front(page)).toHaveText(second);
  await page.keyboard.press("u");
  await expect(front(page)).toHaveText(first);
});
