import type { Page } from "@playwright/test";
import { signOut } from "./support/people";
import { answerRightly, goOn, gradeByKey } from "./support/review";
import { expect, test } from "./support/test";

// The first account exists only once on a server.
test.use({ ownServer: "first account" });
const mostAnswers = 80;

test("a first account reviews a whole day by keyboard, undoes, reloads and signs out", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/");
  await expect(page).toHaveURL(/\/register$/);
  await expect(page.getByRole("heading", { name: "Create the first account" })).toBeVisible();
  for (const text of ["First Learner", "first@example.com", "a long enough sentence"]) {
    await page.keyboard.press("Tab");
    await tabTo(page, "INPUT");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole("heading", { name: "20 cards are due today" })).toBeVisible();

  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/review$/);
  const first = await page.getByRole("heading", { level: 1 }).textContent();
  await gradeByKey(page, "4");
  const second = page.getByRole("heading", { level: 1 });
  await expect(second).not.toHaveText(first ?? "");

  const undone = page.waitForResponse("**/api/study/undo");
  await page.keyboard.press("u");
  expect((await undone).status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: first ?? "", exact: true })).toBeVisible();

  let { head } = await gradeByKey(page, "4");
  const seen = new Set<string>();
  let answers = 1;
  for (; head.cards[0] && answers < mostAnswers; answers += 1) {
    const card = head.cards[0];
    seen.add(card.face.kind);
    if (answers === 3) {
      await page.reload();
    }
    if (card.face.kind === "note") {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(card.face.sides.en?.front ?? "");
      ({ head } = await gradeByKey(page, "4"));
    } else {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(card.face.ask.prompt.en);
      const reply = await answerRightly(page, card);
      expect(reply.graded.verdict).toBe("right");
      head = reply.head;
      await goOn(page);
    }
  }
  expect([...seen].sort()).toEqual(["note", "question"]);
  await expect(page.getByRole("heading", { name: "You have seen every card for today." })).toBeVisible();
  await expect(page.getByText(`You finished ${answers} cards today.`)).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole("heading", { name: "You have seen every card for today" })).toBeVisible();
  await signOut(page);
});

/** Presses Tab until an element of this kind has the focus. */
async function tabTo(page: Page, tag: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.tagName)) === tag) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No ${tag} can be reached with Tab`);
}
