/** The connection is lost and comes back, on one device and between two. */
import type { BrowserContext, Page } from "@playwright/test";
import { aheadIsKept, keptAnswerCount, keptKeys, loseReply, openReview, waiting } from "./support/kept";
import { createAccount, signIn } from "./support/people";
import { expectReadable } from "./support/readable";
import { gradeByKey, openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test.use({
  serviceWorkers: "allow",
  provoked: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script|status of (404|503)/,
});

const front = (page: Page) => page.getByRole("heading", { level: 1 });

async function gradeOffline(page: Page, key: string): Promise<string> {
  const shown = (await front(page).textContent()) ?? "";
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.keyboard.press(key);
  await expect(front(page)).not.toHaveText(shown);
  return shown;
}

const cut = (context: BrowserContext) => context.setOffline(true);

/** A learner whose first answer of the day waits in the browser; the question that was answered. */
async function letOneWait(page: Page, context: BrowserContext) {
  const account = await createAccount(page);
  await page.goto("/review");
  await cut(context);
  const shown = await gradeOffline(page, "3");
  await waiting(page, 1);
  return { account, shown };
}

/** The page that the service worker keeps. */
const keptPage = (page: Page) =>
  page.evaluate(async () => (await (await caches.match("/review/offline"))?.text()) ?? "");

test("reviews made without a connection wait, can be undone, and are saved when it is back", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await openReview(page);
  await cut(context);
  await gradeOffline(page, "3");
  await gradeOffline(page, "4");
  await waiting(page, 2);
  const third = await gradeOffline(page, "1");
  await waiting(page, 3);
  await page.keyboard.press("u");
  await expect(front(page)).toHaveText(third);
  await waiting(page, 2);
  await expectReadable(page, "review without a connection");

  const merged = page.waitForResponse("**/api/study/merge");
  await context.setOffline(false);
  const reply = await (await merged).json();
  expect(reply.merged.map(({ failure }: { failure: null }) => failure)).toEqual([null, null]);
  expect(reply.head.doneCount).toBe(2);
  await expect(page.getByText("2 answers that waited are saved.")).toBeVisible();
  await waiting(page, 0);
  await page.goto("/today");
  await expect(page.getByRole("img", { name: /^2 cards done today/ })).toBeVisible();
});

test("answers kept in a closed tab are saved by the next page that is opened, once", async ({
  page,
  context,
}) => {
  await letOneWait(page, context);
  await page.close();
  await context.setOffline(false);
  const other = await context.newPage();
  await other.route("**/api/study/merge", (route) => route.fulfill({ status: 503, body: "{}" }));
  await other.goto("/today");
  await waiting(other, 1);
  await other.setViewportSize({ width: 390, height: 844 });
  await expectReadable(other, "Today with an answer to save");
  await other.unroute("**/api/study/merge");
  const merged = other.waitForResponse("**/api/study/merge");
  await other.evaluate(() => window.dispatchEvent(new Event("online")));
  expect((await (await merged).json()).merged).toHaveLength(1);
  await expect(other.getByText("1 answer that waited is saved.")).toBeVisible();
  await waiting(other, 0);
  // Today's own numbers follow.
  await expect(other.getByRole("img", { name: /^1 card done today/ })).toBeVisible();
});

test("an answer that another tab saved is no longer to save in this one", async ({ page, context }) => {
  await createAccount(page);
  await page.goto("/review");
  await page.route(/study\/(answer|merge)/, (route) => route.abort());
  await gradeOffline(page, "3");
  await waiting(page, 1);
  const other = await context.newPage();
  const merged = other.waitForResponse("**/api/study/merge");
  await other.goto("/progress");
  expect((await (await merged).json()).head.doneCount).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await waiting(page, 0);
});

test("a choice that could not be sent, then a grade by hand for the same card, is one review", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await page.goto("/review");
  await expect(page.getByRole("group", { name: "Options" })).toBeVisible();
  await cut(context);
  await page.keyboard.press("1");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await gradeOffline(page, "3");
  await waiting(page, 1);
  const merged = page.waitForResponse("**/api/study/merge");
  await context.setOffline(false);
  const body = await (await merged).json();
  expect(body.merged).toHaveLength(1);
  expect(body.head).toMatchObject({ doneCount: 1, done: ["good"] });
});

test("an answer whose reply was lost is taken back on the server too, and counts once when given again", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/review");
  await page.route("**/api/study/answer", loseReply);
  const first = await gradeOffline(page, "1");
  const undone = page.waitForResponse("**/api/study/undo");
  await page.keyboard.press("u");
  expect((await undone).status()).toBe(200);
  await expect(front(page)).toHaveText(first);
  await waiting(page, 0);
  await page.unroute("**/api/study/answer");
  await expect.poll(() => keptAnswerCount(page)).toBe(0);
  const { head } = await gradeByKey(page, "4");
  expect(head).toMatchObject({ doneCount: 1, done: ["easy"] });
});

test("a server that stays silent is given up, and the answer waits", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  await page.clock.install();
  await page.route("**/api/study/answer", () => undefined);
  const shown = (await front(page).textContent()) ?? "";
  await page.getByRole("button", { name: "Show answer" }).click();
  const sent = page.waitForRequest("**/api/study/answer");
  await page.keyboard.press("3");
  await sent;
  await page.clock.runFor(11_000);
  await expect(front(page)).not.toHaveText(shown);
});

test("when the kept cards are done, offline, the page says so and goes on once it is connected", async ({
  page,
  context,
}) => {
  await page.route("**/api/study/ahead", async (route) => {
    const response = await route.fetch();
    const { cards } = await response.json();
    await route.fulfill({ response, json: { cards: cards.slice(0, 2) } });
  });
  await createAccount(page);
  await openReview(page);
  await cut(context);
  await gradeOffline(page, "3");
  await gradeOffline(page, "3");
  await expect(front(page)).toHaveText("You have seen the cards that this device keeps.");
  await expect(page.getByText("2 answers are kept on this device.", { exact: false })).toBeVisible();
  await expectReadable(page, "the end of the kept cards");
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
  await waiting(page, 0);
});

test("an answer that the server refuses is named, with the reason, until it was read", async ({
  page,
  context,
}) => {
  const { shown } = await letOneWait(page, context);
  await page.route("**/api/study/merge", async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    for (const each of body.merged) each.failure = "not-found";
    await route.fulfill({ response, json: body });
  });
  await context.setOffline(false);
  const told = page.getByRole("listitem").filter({ hasText: "The card is gone." });
  await expect(told).toContainText(`${shown} · Good`);
  await waiting(page, 0);
  await page.goto("/progress");
  await expect(told).toBeVisible();
  await expectReadable(page, "an answer that was refused");
  await page.getByRole("button", { name: "Noted" }).click();
  await expect(told).toBeHidden();
});

test("a card answered on two devices keeps both answers, and neither is doubled", async ({
  page,
  context,
  browser,
}) => {
  const { account } = await letOneWait(page, context);

  const second = await browser.newContext({ locale: "en-US" });
  const desk = await second.newPage();
  await signIn(desk, account);
  await expect(desk).toHaveURL(/today/);
  const { head } = await openedQueue(desk);
  expect(head.doneCount).toBe(1);

  const merged = page.waitForResponse("**/api/study/merge");
  await context.setOffline(false);
  const body = await (await merged).json();
  expect(body.merged).toMatchObject([{ failure: null }]);
  expect(body.head.doneCount).toBe(2);
  const [card] = head.cards;
  if (!card) throw new Error("no card");
  expect((await postAnswer(desk.request, card)).ok()).toBe(true);
  await second.close();
});

test("signing out saves what waits, or asks, and leaves nothing of the learner in any tab", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await openReview(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // In every tab: another one would save it.
  await context.route(/study\/(answer|merge)/, (route) => route.fulfill({ status: 503, body: "{}" }));
  await gradeOffline(page, "3");
  await page.goto("/courses/new");
  await page.getByRole("textbox").last().fill("# Mine alone");
  await page.goto("/practice/conv-param-count");
  await page.locator("main form").getByRole("textbox").first().fill("3");
  const other = await context.newPage();
  await other.goto("/cards");

  await page.goto("/settings");
  const leave = page.getByRole("button", { name: "Sign out", exact: true });
  await leave.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("1 answer is not saved yet");
  await expect(page.getByRole("button", { name: "Delete them and sign out" })).toBeVisible();
  await context.unroute(/study\/(answer|merge)/);
  const merged = page.waitForResponse("**/api/study/merge");
  await leave.click();
  expect((await (await merged).json()).merged).toMatchObject([{ failure: null }]);
  await expect(page).toHaveURL(/sign-in/);
  await expect(other).toHaveURL(/sign-in/);
  await expect(page.getByLabel("Email")).toBeVisible();
  expect(await keptKeys(page)).toEqual([]);
  for (const tab of [page, other])
    expect(await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(
      [],
    );
  const kept = () => page.evaluate(() => caches.keys());
  expect(await kept()).toEqual([]);
  // A tab that had not heard of it yet would have it kept anew.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("/sw.js");
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await kept()).toEqual([]);
});

test("when a session ran out, the next person at the browser finds no cards of the one before", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await openReview(page);
  const [before] = (await keptKeys(page)).filter((key) => key.startsWith("ahead"));
  await context.clearCookies();
  await createAccount(page);
  await page.goto("/today");
  await expect.poll(() => keptKeys(page)).not.toContain(before);
});

test("a page opened without a connection goes on with the cards that are left, in language and palette of now", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await openReview(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (!active) throw new Error("no service worker");
  });
  await page.reload();
  const done = (await front(page).textContent()) ?? "";
  await gradeByKey(page, "4");
  await page.goto("/today");
  await page.getByRole("button", { name: "Switch to the dark theme" }).click();
  await expect.poll(() => keptPage(page)).toContain('data-theme="dark"');
  await page.goto("/review");
  const first = (await front(page).textContent()) ?? "";
  await cut(context);
  await page.reload();
  await expect(front(page)).toHaveText(first);
  await expect(front(page)).not.toHaveText(done);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("l");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("button", { name: "정답 보기" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "정답 보기" })).toBeVisible();
  await page.keyboard.press("l");
  await gradeOffline(page, "3");
  await waiting(page, 1);
  await expectReadable(page, "review of a page that no server gave");
  await page.goto("/today");
  await expect(front(page)).toHaveText("There is no connection just now.");
  await page.getByRole("button", { name: "Review the kept cards" }).click();
  await waiting(page, 1);
  const merged = page.waitForResponse("**/api/study/merge");
  await context.setOffline(false);
  expect((await (await merged).json()).merged).toHaveLength(1);
});

test("who opened Today alone can install the app and review without a connection", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await page.goto("/today");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await aheadIsKept(page);
  const manifest = await page.request.get("/manifest.webmanifest");
  const { icons, start_url, id, lang } = await manifest.json();
  expect({ start_url, id, lang }).toEqual({ start_url: "/today", id: "/today", lang: "en" });
  for (const { src, sizes } of icons) {
    const icon = await (await page.request.get(src)).body();
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
  }
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The browser of a test is one that keeps nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return caught.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith("/_next/static/"))).toEqual(["/review/offline"]);

  await cut(context);
  await page.goto("/review?minutes=5");
  // The form of the first card came with the page: nothing was fetched for it.
  await expect(page.getByRole("group", { name: "Options" })).toBeVisible();
});

test("a lab's computing still runs beside the service worker, the second time too", async ({ page }) => {
  await createAccount(page);
  await openReview(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  for (let visit = 0; visit < 2; visit += 1) {
    await page.goto("/lab/race?on=valley&from=-7,2.4&n=100&b=0.9");
    await expect(page.locator(".race")).toHaveAttribute("data-engine", "tfjs");
  }
});
