/** One thumb on a phone: no key, no pointer that hovers. */
import type { Locator, Page } from "@playwright/test";
import { createAccount } from "./support/people";
import { reachQuestion } from "./support/reach";
import { answerRightly } from "./support/review";
import { expect, test } from "./support/test";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** Where a control is; it must be large enough for a thumb and wholly on the screen. */
async function expectInReach(control: Locator): Promise<void> {
  const box = await control.boundingBox();
  if (!box) throw new Error("expectInReach: not on the page");
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
}
const menu = (page: Page) => page.getByLabel("This card", { exact: true });
const front = (page: Page) => page.getByRole("heading", { level: 1 });

test("a note card is shown, graded, undone and reported by tapping alone", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  const first = (await front(page).textContent()) ?? "";
  const cells = await page.locator(".prog i").evaluateAll((all) => all.map((cell) => cell.clientWidth));
  expect(Math.min(...cells), "width of a progress cell").toBeGreaterThanOrEqual(5);
  const show = page.getByRole("button", { name: "Show answer" });
  await expectInReach(show);
  await show.tap();
  for (const grade of ["Again", "Hard", "Good", "Easy"])
    await expectInReach(page.getByRole("button", { name: new RegExp(`^${grade}`) }));
  await page.getByRole("button", { name: /^Easy/ }).tap();
  await expect(front(page)).not.toHaveText(first);
  const undo = page.locator(".toast").getByRole("button", { name: "Undo" });
  await expectInReach(undo);
  await undo.tap();
  await expect(front(page)).toHaveText(first);

  await menu(page).tap();
  await page.getByRole("button", { name: /^Suspend/ }).tap();
  // The longest sentence that a toast has: all of it on the screen, with its way back.
  const toast = page.locator(".toast");
  await expect(toast).toContainText("You can bring it back on the cards page.");
  await expectInReach(toast);
  await expectInReach(undo);
  await undo.tap();
  await expect(front(page)).toHaveText(first);

  await menu(page).tap();
  await page.getByRole("button", { name: "Show in Korean" }).tap();
  await expect(page.getByRole("button", { name: "정답 보기" })).toBeVisible();
});

test("a computed question keeps its order on a phone, can be lowered and can be reported", async ({
  page,
}) => {
  await createAccount(page);
  const card = await reachQuestion(page, "conv-output-size");
  await menu(page).tap();
  await page.getByRole("button", { name: "Something is wrong with this card" }).tap();
  const text = page.getByLabel("What is wrong?");
  await text.fill("The numbers are too small to read.");
  await page.reload();
  await menu(page).tap();
  await page.getByRole("button", { name: "Something is wrong with this card" }).tap();
  await expect(text).toHaveValue("The numbers are too small to read.");
  await page.getByRole("button", { name: "Tell the owner" }).tap();
  await expect(page.getByText("Told. Thank you.")).toBeVisible();
  await expect(text).toBeHidden();
  await menu(page).tap();
  await page.getByRole("button", { name: "Something is wrong with this card" }).tap();
  await expect(text).toHaveValue("");
  await page.getByRole("button", { name: "Cancel" }).tap();

  await answerRightly(page, card);
  const lower = page.getByRole("button", { name: "Right, but it was hard" });
  await expectInReach(lower);
  const [question, stage, way] = await Promise.all(
    [page.locator(".q"), page.locator(".stage"), lower].map(
      async (part) => (await part.boundingBox())?.y ?? 0,
    ),
  );
  expect(question).toBeLessThan(stage ?? 0);
  expect(stage).toBeLessThan(way ?? 0);
  await page.getByRole("button", { name: /^Next/ }).tap();
});
