/** The connection is lost and comes back, on one device and between two. */
import type { BrowserContext, Page } from "@playwright/test";
import { createAccount, signIn } from "./support/people";
import { expectReadable } from "./support/readable";
import { openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test.use({ provoked: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetching the script/ });

const front = (page: Page) => page.getByRole("heading", { level: 1 });
const waiting = (page: Page, count: number) =>
  expect(page.locator(".waiting")).toHaveText(`${count} to save`);

/** Opens the review with only note cards in the queue, and waits until the cards ahead are kept. */
async function openReview(page: Page): Promise<void> {
  const ahead = page.waitForResponse("**/api/study/ahead");
  await page.goto("/review");
  await (await ahead).finished();
  // The keeping itself is asynchronous: it is done when the database names the key.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const open = indexedDB.open("epoch");
            open.onsuccess = () => {
              const all = open.result.transaction("kept").objectStore("kept").getAllKeys();
              all.onsuccess = () => resolve(all.result.length);
            };
          }),
      ),
    )
    .toBeGreaterThan(0);
}

async function gradeOffline(page: Page, key: string): Promise<string> {
  const shown = (await front(page).textContent()) ?? "";
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.keyboard.press(key);
  await expect(front(page)).not.toHaveText(shown);
  return shown;
}

const cut = (context: BrowserContext) => context.setOffline(true);

test("reviews made without a connection wait, can be undone, and are saved when it is back", async ({
  page,
  context,
}) => {
  await createAccount(page);
  await openReview(page);
  await cut(context);
  await gradeOffline(page, "3");
  await waiting(page, 1);
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
  await expect(page.locator(".waiting")).toHaveText("");
  await page.goto("/today");
  await expect(page.getByRole("img", { name: /^2 cards done today/ })).toBeVisible();
});

test("answers kept in a closed tab are saved by the next one, once", async ({ page, context }) => {
  await createAccount(page);
  await openReview(page);
  await cut(context);
  await gradeOffline(page, "3");
  await waiting(page, 1);
  await page.close();
  await context.setOffline(false);
  const other = await context.newPage();
  const merged = other.waitForResponse("**/api/study/merge");
  await other.goto("/review");
  expect((await (await merged).json()).merged).toHaveLength(1);
  await expect(other.getByText("1 answer that waited is saved.")).toBeVisible();
  await other.goto("/today");
  await expect(other.getByRole("img", { name: /^1 card done today/ })).toBeVisible();
});

test("a card answered on two devices keeps both answers, and neither is doubled", async ({
  page,
  context,
  browser,
}) => {
  const account = await createAccount(page);
  await openReview(page);
  await cut(context);
  await gradeOffline(page, "3");
  await waiting(page, 1);

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

test("signing out leaves nothing of the learner in the browser", async ({ page }) => {
  await createAccount(page);
  await openReview(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open("epoch");
        open.onsuccess = () => {
          const all = open.result.transaction("kept").objectStore("kept").getAllKeys();
          all.onsuccess = () => resolve(all.result.length);
        };
      }),
  );
  expect(left).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a page opened without a connection goes on with the kept cards, and the app can be installed", async ({
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
  const first = (await front(page).textContent()) ?? "";
  await cut(context);
  await page.reload();
  await expect(front(page)).toHaveText(first);
  await gradeOffline(page, "3");
  await waiting(page, 1);
  await expectReadable(page, "review of a page that no server gave");
  await page.goto("/today");
  await expect(front(page)).not.toHaveText(first);
  const merged = page.waitForResponse("**/api/study/merge");
  await context.setOffline(false);
  expect((await (await merged).json()).merged).toHaveLength(1);

  await page.goto("/today");
  await expect(page.getByRole("img", { name: /^1 card done today/ })).toBeVisible();
  const manifest = await page.request.get("/manifest.webmanifest");
  const { icons, start_url } = await manifest.json();
  expect(start_url).toBe("/today");
  for (const { src, sizes } of icons) {
    const icon = await (await page.request.get(src)).body();
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
  }
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return caught.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith("/_next/static/"))).toEqual(["/review/offline"]);
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
