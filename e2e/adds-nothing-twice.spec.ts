import { randomUUID } from "node:crypto";
import type { Page, Route } from "@playwright/test";
import type { QueueHead } from "@/lib/core/study/review-card";
import { createAccount } from "./support/people";
import { gradeByKey, openedQueue, postAnswer, showByKey } from "./support/review";
import { expect, test } from "./support/test";

test("a double click on a grade adds one review", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  await page.getByRole("button", { name: "Show answer" }).click();
  const reply = page.waitForResponse("**/api/study/answer");
  await page.getByRole("button", { name: /^Good/ }).dblclick();
  const { head } = await (await reply).json();
  expect(head.doneCount).toBe(1);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(head.cards[0].face.sides.en.front);
  await page.goto("/today");
  await expect(page.getByRole("img", { name: "1 card done today, 0 of them marked again." })).toBeVisible();
});

test("the same review sent again is answered again and added once", async ({ page }) => {
  await createAccount(page);
  const { head } = await openedQueue(page);
  const card = head.cards[0];
  if (!card) throw new Error("no card");
  const id = randomUUID();
  const replies = await Promise.all([1, 2, 3].map(() => postAnswer(page.request, card, "good", id)));
  const bodies = await Promise.all(replies.map((reply) => reply.json()));
  expect(replies.map((reply) => reply.status())).toEqual([200, 200, 200]);
  expect(new Set(bodies.map(({ graded }) => JSON.stringify(graded))).size).toBe(1);
  expect(bodies.at(-1).head.doneCount).toBe(2);
});

test("a grade on a card that changed since it was shown is refused", async ({ page }) => {
  await createAccount(page);
  const { head } = await openedQueue(page);
  const card = head.cards[0];
  if (!card) throw new Error("no card");
  expect((await postAnswer(page.request, card)).status()).toBe(200);
  const late = await postAnswer(page.request, card);
  expect(late.status()).toBe(409);
  const refusal = await late.json();
  expect(refusal.error.kind).toBe("stale");
  expect(refusal.head.doneCount).toBe(2);
});

/** From now on parts of the page that are asked for wait, until the returned function lets them through. */
async function holdParts(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route("**/_next/static/chunks/**", (route) => void held.push(route));
  return async () => {
    await page.unroute("**/_next/static/chunks/**");
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** The cards that the page has sent answers for. */
function answersOf(page: Page): string[] {
  const answers: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/study/answer")) answers.push(request.postDataJSON().cardId);
  });
  return answers;
}

test("a key pressed again while the next card's part is still on its way answers nothing", async ({
  page,
}) => {
  await createAccount(page);
  const answers = answersOf(page);
  await page.goto("/review");
  await showByKey(page);
  const letThrough = await holdParts(page);
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("3");
  const { head } = await (await reply).json();
  await page.keyboard.press("3");
  await page.keyboard.press("Space");
  await letThrough();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(head.cards[0].face.sides.en.front);
  expect(answers).toHaveLength(1);
});

test("a grade pressed twice leaves the question that comes next unanswered", async ({ page }) => {
  await createAccount(page);
  const answers = answersOf(page);
  await page.goto("/review");
  let head: QueueHead;
  do {
    await showByKey(page);
    const reply = page.waitForResponse("**/api/study/answer");
    await page.keyboard.press("3");
    ({ head } = await (await reply).json());
    await page.keyboard.press("3");
  } while (head.cards[0]?.face.kind !== "question");
  await expect(page.getByRole("button", { name: "Check", exact: true })).toBeVisible();
  await expect(page.locator("main form").getByRole("textbox").first()).toHaveValue("");
  await expect(page.locator(".desk-note")).toBeEmpty();
  expect(new Set(answers).size).toBe(answers.length);
  expect(answers).not.toContain(head.cards[0]?.cardId);
});

test.describe("a card answered in another tab", () => {
  test.use({ provoked: /status of 409/ });

  test("is graded no more here: the page says that this is the next card", async ({ page, context }) => {
    await createAccount(page);
    await page.goto("/review");
    await showByKey(page);
    const other = await context.newPage();
    await other.goto("/review");
    const { head } = await gradeByKey(other, "4");
    await page.keyboard.press("1");
    await expect(page.locator(".desk-note")).toHaveText(/had changed elsewhere.*This is the next card\.$/);
    const next = head.cards[0]?.face;
    if (next?.kind !== "note") throw new Error("no note card");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(next.sides.en?.front ?? "");
  });
});
