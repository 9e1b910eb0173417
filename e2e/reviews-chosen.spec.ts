/** Q8: cards chosen by the learner, reviewed outside the day; and what may be done with a card on the desk. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { QueueHead } from "@/lib/core/study/review-card";
import { composeWithEnter } from "./support/compose";
import { createAccount } from "./support/people";
import { reach } from "./support/reach";
import { expectReadable } from "./support/readable";
import { answerRightly, gradeByKey, showByKey } from "./support/review";
import type { Server } from "./support/server";
import { expect, test } from "./support/test";

test.use({ ownServer: "reviews-chosen" });

const due = (page: Page) => page.getByRole("heading", { level: 1 }).first();

/** An administrator may edit every course. */
function promote(server: Server, email: string): void {
  const db = new Database(join(server.dataDir, "epoch.db"));
  db.prepare("update users set role = 'admin' where email = ?").run(email);
  db.close();
}

async function askForSet(page: Page, kind: "Only practise" | "Count as reviews"): Promise<void> {
  await page.getByRole("button", { name: "Review these" }).click();
  await page.getByRole("radio", { name: kind }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/review\/set\//);
}

test("Q8 cards are practised by keys, survive a reload and leave the day as it was", async ({ page }) => {
  await createAccount(page);
  await page.goto("/cards?q=momentum&state=new");
  const boxes = page.locator("tbody").getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Review these" }).click();
  await expect(page.getByRole("heading", { name: "Review the 2 cards selected" })).toBeVisible();
  await expectReadable(page, "asking for a set");
  await page.keyboard.press("Escape");
  await askForSet(page, "Only practise");

  await expect(page.getByText("Only practising. Your schedule stays as it is.")).toBeVisible();
  const again = await gradeByKey(page, "1");
  expect(again.graded).toMatchObject({ amount: 60, unit: "seconds" });
  await expect(page.getByText("2/3")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2/3")).toBeVisible();
  await page.getByRole("button", { name: "Show answer" }).click();
  await expect(page.getByRole("button", { name: /^Good/ })).toContainText("done");
  await page.keyboard.press("3");
  await expect(page.getByText("done with this card in this set")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("2/3")).toBeVisible();
  await gradeByKey(page, "4");

  await page.setViewportSize({ width: 390, height: 844 });
  await expectReadable(page, "a set on a phone");
  await page.goto("/today");
  await expect(due(page)).toHaveText(/20 cards are due today/);
  await expect(page.getByText("1 card left", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Go on with your chosen cards" }).click();
  await gradeByKey(page, "3");
  await expect(page.getByRole("heading", { name: "No card is left in this set." })).toBeVisible();
});

test("Q8 what is counted is a review of the day, and what was forgotten is practised from Today", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/cards?q=momentum&state=new");
  await page.locator("tbody").getByRole("checkbox").first().check();
  await askForSet(page, "Count as reviews");
  const { graded } = await gradeByKey(page, "1");
  expect(graded).toMatchObject({ amount: 60, unit: "seconds" });
  await page.getByRole("button", { name: "End the set" }).click();
  await expect(page).toHaveURL(/\/today$/);
  await page.getByRole("button", { name: "Practise 1 card you forgot lately" }).click();
  await expect(page).toHaveURL(/\/review\/set\//);
  await gradeByKey(page, "3");
  await expect(page.getByText("You gave 1 answer. Your schedule is as it was.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today$/);
});

test("a hint makes a right answer Hard, and only Hard", async ({ page }) => {
  await createAccount(page);
  await page.goto("/cards?q=%22convolution+output+size%22");
  await askForSet(page, "Only practise");
  const set = page.url().split("/").at(-1);
  const flagged = await page.request.post("/api/study/card", {
    data: { cardId: "skill:conv-output-size", act: "flag", set },
  });
  const [card] = ((await flagged.json()) as { head: QueueHead }).head.cards;
  if (!card) throw new Error("the set is empty");
  await expect(page.getByText("With the hint, a right answer is graded Hard.")).toBeVisible();
  await page.getByRole("button", { name: "Show a hint" }).focus();
  await page.keyboard.press("h");
  await expect(page.getByText("= ?")).toBeVisible();
  await expectReadable(page, "a question with its hint");
  await page.reload();
  await expect(page.getByText("= ?")).toBeVisible();
  const { graded } = await answerRightly(page, card);
  expect(graded).toMatchObject({ verdict: "right", grade: "hard", amount: 600 });
});

test("the owner of a course edits a card where it lies, and anybody reports one by key", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  promote(server, email);
  await page.goto("/settings/study");
  await page.getByLabel("Show how long the session has lasted").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It holds from the next card on.")).toBeVisible();
  await page.goto("/review");
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9]/);
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.keyboard.press("e");
  const front = page.getByLabel("Front");
  await front.fill("");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Write something on both sides.")).toBeVisible();
  await front.focus();
  await composeWithEnter(page, "층");
  await page.keyboard.type(" anew");
  await expectReadable(page, "editing a card");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Edited. Its schedule is as it was.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("층 anew");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByLabel("What is wrong?")).toBeFocused();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectReadable(page, "a review with its timer on a phone");
});

test("steps are put in order by keys, each place is told, and Check takes the order as it is shown", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  promote(server, email);
  const { cardId } = await reach(page, ({ face }) => face.kind === "note");
  const words = { front: "Name the steps in order.", back: "1. draw\n2. solve\n3. judge" };
  const rewritten = await page.request.post("/api/study/rewrite", {
    data: { cardId, locale: "en", ...words },
  });
  expect(rewritten.status()).toBe(200);
  await page.reload();
  const steps = page.locator(".ordering li > span");
  await expect(steps).toHaveCount(3);
  const shown = await steps.allTextContents();
  expect([...shown].sort()).toEqual(["draw", "judge", "solve"]);
  const down = page.getByRole("button", { name: `Down: ${shown[1]}` });
  await down.press("Enter");
  await expect(down).toBeFocused();
  await expect(page.getByText(`${shown[1]}: 3 of 3`)).toBeAttached();
  // At the end of the column the button stays where it is, with the focus.
  await expect(down).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: `Up: ${shown[1]}` }).press("Enter");
  await expect(steps).toHaveText(shown);
  // Nothing is kept of it: as if nobody had moved a step.
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  const reply = page.waitForResponse("**/api/study/answer");
  await page.getByRole("button", { name: "Check" }).click();
  const { graded } = await (await reply).json();
  expect(graded.judged.parts.map(({ given }: { given: string }) => given)).toEqual(shown);
});

test("words typed for one card are saved on it, though the next one comes to the desk meanwhile", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  promote(server, email);
  await page.goto("/review");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/api/study/answer", async (route) => {
    await arrived;
    await route.continue();
  });
  await showByKey(page);
  const answered = page.waitForRequest("**/api/study/answer");
  await page.keyboard.press("4");
  const { cardId } = (await answered).postDataJSON();
  await page.keyboard.press("e");
  await page.getByLabel("Back").fill("written for the first card");
  arrive();
  await expect(page.getByText("2/20")).toBeVisible();
  const rewritten = page.waitForRequest("**/api/study/rewrite");
  await page.getByLabel("Back").press("Control+Enter");
  expect((await rewritten).postDataJSON().cardId).toBe(cardId);
  await expect(page.getByText("Edited. Its schedule is as it was.")).toBeVisible();
});
