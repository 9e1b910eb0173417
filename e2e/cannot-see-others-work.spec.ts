import { createAccount, signIn, signOut } from "./support/people";
import { openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test.use({ provoked: /status of 401|status of 404/ });

test("a second learner sees none of the first one's work and cannot touch it", async ({
  page,
  browser,
  baseURL,
}) => {
  await createAccount(page);
  const mine = await openedQueue(page);
  const other = await browser.newContext({ locale: "en-US", ...(baseURL ? { baseURL } : {}) });
  const page2 = await other.newPage();
  await createAccount(page2);
  await page2.goto("/today");
  await expect(page2.getByRole("img", { name: "0 cards done today, 0 of them marked again." })).toBeVisible();
  const theirs = await openedQueue(page2);
  expect(theirs.graded.cardId).toBe(mine.graded.cardId);
  expect(theirs.head.doneCount).toBe(1);

  const undo = await page2.request.post("/api/study/undo", { data: { reviewId: mine.graded.reviewId } });
  const missing = await page2.request.post("/api/study/undo", { data: { reviewId: crypto.randomUUID() } });
  expect(undo.status()).toBe(404);
  expect(await undo.text()).toBe(await missing.text());
  await other.close();

  await page.goto("/today");
  await expect(page.getByRole("img", { name: "1 card done today, 0 of them marked again." })).toBeVisible();
});

test("a card that does not exist is not found and changes nothing", async ({ page }) => {
  await createAccount(page);
  const { head } = await openedQueue(page);
  const card = head.cards[0];
  if (!card) throw new Error("no card");
  const reply = await postAnswer(page.request, {
    ...card,
    cardId: `${card.cardId}-of-another` as typeof card.cardId,
  });
  expect(reply.status()).toBe(404);
  expect(Object.keys((await reply.json()).error).sort()).toEqual(["kind", "message"]);
});

test("another site and another content type are refused", async ({ page }) => {
  await createAccount(page);
  const foreign = await page.request.post("/api/study/undo", {
    data: { reviewId: crypto.randomUUID() },
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
  });
  expect(foreign.status()).toBe(403);
  const plain = await page.request.post("/api/study/undo", {
    data: "{}",
    headers: { "content-type": "text/plain" },
  });
  expect(plain.status()).toBe(400);
});

test("the cookie of a session that was signed out opens nothing", async ({ page, playwright, baseURL }) => {
  const account = await createAccount(page);
  const { head } = await openedQueue(page);
  const card = head.cards[0];
  if (!card) throw new Error("no card");
  const old = await page.context().storageState();
  await signOut(page);
  const thief = await playwright.request.newContext({ storageState: old, ...(baseURL ? { baseURL } : {}) });
  expect((await postAnswer(thief, card)).status()).toBe(401);
  expect(await (await thief.get("/today")).text()).not.toContain("due today");
  await thief.dispose();
  await signIn(page, account);
  await expect(page).toHaveURL(/\/today$/);
});

test("a wrong password keeps the email and says no more than that", async ({ page }) => {
  const account = await createAccount(page);
  await signOut(page);
  await signIn(page, { ...account, password: "not this one at all" });
  await expect(page.getByText("The email or the password doesn’t match.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(account.email);
  await signIn(page, { email: "nobody@example.com", password: "not this one at all" });
  await expect(page.getByText("The email or the password doesn’t match.")).toBeVisible();
});

test("pages of a learner ask a stranger to sign in", async ({ page }) => {
  await createAccount(page);
  await page.context().clearCookies();
  for (const path of ["/today", "/review", "/settings"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});
