import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { givePast } from "./support/past";
import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test.use({ provoked: /status of 40[14]/ });

const charts = ["forecast", "days", "time", "retention", "stability", "difficulty", "mastery", "leeches"];
const sheet = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const picture = (page: Page, name: string) => sheet(page, name).getByRole("img").first();

test("before the first review there is one sentence and one action, and no empty chart", async ({ page }) => {
  await createAccount(page);
  await page.goto("/today");
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/\/progress$/, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("main").getByText(/No reviews yet/)).toBeVisible();
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Start review" }).click();
  await expect(page).toHaveURL(/\/review$/);
});

test("reviews appear as counted, in the pictures, in their tables and in the files", async ({ page }) => {
  await createAccount(page);
  const { head } = await openedQueue(page);
  const [next] = head.cards;
  if (!next) throw new Error("a new learner has more than one card");
  await postAnswer(page.request, next, "good");
  await page.goto("/today");
  const due = await page.getByRole("heading", { level: 1 }).locator(".vh").textContent();
  await sheet(page, "Coming up").getByText("Show as a table").click();
  await expect(sheet(page, "Coming up").getByRole("row")).toHaveCount(15);
  const today = sheet(page, "Coming up").getByRole("row").nth(1).getByRole("cell").nth(1);
  await expect(today).toHaveText(`${Number.parseInt(due ?? "", 10)}`);
  const forecast = await (await page.request.get("/api/progress/forecast")).text();
  expect(forecast).toMatch(new RegExp(`^\ufeffday,cards\r\n[\\d-]+,${Number.parseInt(due ?? "", 10)}\r\n`));
  await sheet(page, "Days studied").getByText("Show as a table").click();
  await expect(sheet(page, "Days studied").getByRole("cell")).toHaveCount(2);
  await page.getByRole("link", { name: "See your progress" }).click();
  await expect(page.getByText("Computed from 2 reviews.")).toBeVisible();
  await expect(picture(page, "Days studied")).toHaveAccessibleName(/studied on 1 day of the last 26 weeks/);
  await expect(sheet(page, "Promised and seen").getByText(/Once cards in review come back/)).toBeVisible();
  await expect(sheet(page, "Stability").getByText(/Of 2 cards/)).toBeVisible();
  await expect(sheet(page, "Cards that will not stay").getByText(/^None\./)).toBeVisible();

  await sheet(page, "Days studied").getByText("Show as a table").click();
  const cells = sheet(page, "Days studied").getByRole("table").getByRole("cell");
  await expect(cells).toHaveCount(2);
  await expect(cells.nth(1)).toHaveText("2");
  const file = page.waitForEvent("download");
  await sheet(page, "Days studied")
    .getByRole("link", { name: /Save as CSV/ })
    .click();
  expect((await file).suggestedFilename()).toBe("epoch-days.csv");
  const csv = await page.request.get("/api/progress/days");
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toMatch(/^\ufeffday,reviews\r\n\d{4}-\d\d-\d\d,2\r\n$/);
});

test("files are given to the signed-in learner only, and for the charts there are", async ({
  page,
  playwright,
  baseURL,
}) => {
  await createAccount(page);
  for (const chart of charts)
    expect((await page.request.get(`/api/progress/${chart}`)).status(), chart).toBe(200);
  for (const chart of ["nothing", "__proto__", "constructor", "workload", "workload?course=none"])
    expect((await page.request.get(`/api/progress/${chart}`)).status(), chart).toBe(404);
  const stranger = await playwright.request.newContext(baseURL ? { baseURL } : {});
  expect((await stranger.get("/api/progress/days")).status()).toBe(401);
  await stranger.dispose();
});

test("months of reviews show promises, memories, concepts and ways out of leeches", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  givePast(server, { email, cards: 120, days: 100 });
  await page.goto("/progress");
  await expect(
    sheet(page, "Promised and seen")
      .getByText(/Brier score 0\.\d{3}/)
      .first(),
  ).toBeVisible();
  await expect(picture(page, "Promised and seen")).toHaveAccessibleName(/Note cards: \d+% promised/);
  await expect(picture(page, "Time spent")).toHaveAccessibleName(/seconds an answer/);

  const shares = await sheet(page, "Mastery by concept")
    .getByRole("listitem")
    .locator(".num")
    .allTextContents();
  const numbers = shares.map(Number.parseFloat);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  const link = sheet(page, "Mastery by concept").getByRole("listitem").getByRole("link").first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("definition").first()).toHaveText(shares[0] ?? "");

  await page.goto("/progress");
  const leeches = sheet(page, "Cards that will not stay").getByRole("listitem");
  await expect(leeches).toHaveCount(2);
  await expect(leeches.first()).toContainText("forgotten 8 times");
  await expect(leeches.getByRole("link", { name: "Split in two" })).toHaveCount(0);
  await leeches.getByRole("link", { name: "Practise" }).last().click();
  await expect(page).toHaveURL(/\/practice\//);
  await page.goBack();
  await leeches.first().getByRole("link", { name: "Report it" }).click();
  await page.getByLabel("What is wrong?").fill("It asks two things at once.");
  await page.getByRole("button", { name: "Tell the owner of the course" }).click();
  await expect(page.getByText("Told. Thank you.")).toBeVisible();
  await page.goto("/progress");
  await leeches.first().getByRole("link", { name: "Open to suspend" }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("1 card suspended. Reviews leave them out.")).toBeVisible();
  await page.goto("/progress");
  await expect(leeches.getByText("suspended", { exact: true })).toHaveCount(1);
});

test("the owner of a course gets from a leech to the forms that rewrite and split it", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  givePast(server, { email, cards: 14, days: 10 });
  const own = (owner: string | null) => {
    const db = new Database(join(server.dataDir, "epoch.db"));
    db.prepare("update courses set owner_id = (select id from users where email = ?)").run(owner);
    db.close();
  };
  own(email);
  try {
    await page.goto("/progress");
    const leech = sheet(page, "Cards that will not stay")
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: "Split in two" }) });
    await leech.getByRole("link", { name: "Split in two" }).click();
    const opened = page.getByRole("button", { name: "Edit", exact: true, expanded: true });
    await expect(opened).toBeInViewport();
    await expect(page.getByRole("group", { name: "Second card" })).toBeVisible();
    await page.goBack();
    await leech.getByRole("link", { name: "Rewrite" }).click();
    await expect(opened).toBeInViewport();
    await expect(page.getByRole("group", { name: "Second card" })).toHaveCount(0);
  } finally {
    own(null);
  }
});

for (const width of [1280, 390]) {
  test(`the page has no accessibility fault and no sideways scroll at ${width} px`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const { email } = await createAccount(page);
    await page.goto("/progress");
    await expectReadable(page, "progress before the first review");
    givePast(server, { email, cards: 120, days: 200 });
    await page.goto("/progress");
    await expect(picture(page, "Days studied")).toHaveAccessibleName(
      width < 761 ? /last 13 weeks/ : /last 26 weeks/,
    );
    await expectReadable(page, "progress");
    for (const table of await page.getByText("Show as a table").all()) await table.click();
    const links = await page
      .getByRole("main")
      .getByRole("link", { name: /Save as CSV/ })
      .all();
    for (const link of links) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expectReadable(page, "progress with its tables");
    await page.goto("/today");
    const top = async (name: string) => (await sheet(page, name).boundingBox())?.y ?? 0;
    if (width < 761) expect(await top("Strengthen first")).toBeLessThan(await top("Coming up"));
    await expectReadable(page, "today after months");
  });
}

test.describe("without script", () => {
  test("everything is there to read", async ({ browser, page, baseURL, server }) => {
    const { email } = await createAccount(page);
    givePast(server, { email, cards: 60, days: 60 });
    const storageState = await page.context().storageState();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState,
      ...(baseURL && { baseURL }),
    });
    const plain = await context.newPage();
    await plain.goto("/progress");
    await expect(plain.getByRole("main").getByRole("img")).toHaveCount(5);
    await sheet(plain, "Promised and seen").getByText("Show as a table").click();
    await expect(
      sheet(plain, "Promised and seen").getByRole("columnheader", { name: "Recalled" }),
    ).toBeVisible();
    await context.close();
  });
});
