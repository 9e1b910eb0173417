import { randomUUID } from "node:crypto";
import { createAccount } from "./support/people";
import { openedQueue, postAnswer } from "./support/review";
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
