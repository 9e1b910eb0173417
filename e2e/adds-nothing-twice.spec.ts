import { randomUUID } from "node:crypto";
import type { Page, Route } from "@playwright/test";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { createAccount } from "./support/people";
import { type AnswerReply, gradeByKey, openedQueue, postAnswer, showByKey } from "./support/review";
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
    await Promise.all(held.splice(0).map((route) => route.continue()));
    await page.unroute("**/_next/static/chunks/**");
  };
}

/** Presses a digit the moment that a field stands on the page. */
async function pressAtFirstSight(page: Page): Promise<void> {
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main form input")) return;
      observer.disconnect();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "3", code: "Digit3", bubbles: true }));
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** The cards that the page has sent answers for. */
function answersOf(page: Page): string[] {
  const answers: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/study/answer")) answers.push(request.postDataJSON().cardId);
  });
  return answers;
}

test("a grade pressed again, the next card's part still on its way or just there, answers nothing more", async ({
  page,
}) => {
  await createAccount(page);
  const answers = answersOf(page);
  await page.goto("/review");
  let given = 0;
  let face: ReviewCard["face"] | undefined;
  do {
    await showByKey(page);
    const letThrough = await holdParts(page);
    const reply = page.waitForResponse("**/api/study/answer");
    await page.keyboard.press("3");
    given += 1;
    const { head } = (await (await reply).json()) as AnswerReply;
    face = head.cards[0]?.face;
    // The page has read the reply before it draws twice.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.keyboard.press("3");
    await pressAtFirstSight(page);
    await letThrough();
    const words = face?.kind === "question" ? face.ask.prompt.en : face?.sides.en?.front;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words ?? "");
  } while (face?.kind !== "question");
  const field = page.locator("main form").getByRole("textbox").first();
  await expect(field).toBeVisible();
  await expect(field).not.toBeFocused();
  await expect(page.locator(".desk-note")).toBeEmpty();
  expect(answers).toHaveLength(given);
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
