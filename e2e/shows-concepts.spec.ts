import type { Page } from "@playwright/test";
import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

const region = /^Concept map of /;
const table = /^Concepts of /;

/** Reviews the first cards of the day as easy, over HTTP after the first. */
async function reviewSome(page: Page, answers: number): Promise<void> {
  let { head } = await openedQueue(page);
  for (let given = 1; given < answers && head.cards[0]; given += 1) {
    ({ head } = await (await postAnswer(page.request, head.cards[0], "easy")).json());
  }
}

/** Percent of mastery by concept, as the boxes of the map say it. */
async function masteryOnMap(page: Page): Promise<Record<string, string>> {
  const boxes = page.getByRole("region", { name: region }).getByRole("listitem").getByRole("link");
  const said = await boxes.evaluateAll((links) =>
    links.map((link) => [
      link.getAttribute("data-concept") ?? "",
      /\d+%/.exec(link.textContent ?? "")?.[0] ?? "",
    ]),
  );
  return Object.fromEntries(said);
}

async function masteryInList(page: Page): Promise<Record<string, string>> {
  const rows = page.getByRole("table", { name: table }).locator("tbody tr");
  const said = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector("a")?.getAttribute("data-concept") ?? "",
      /\d+%/.exec(row.querySelector("td")?.textContent ?? "")?.[0] ?? "",
    ]),
  );
  return Object.fromEntries(said);
}

test("reviews raise mastery, and map, list and panel show the same numbers", async ({ page }) => {
  await createAccount(page);
  await page.goto("/concepts");
  const before = await masteryOnMap(page);
  expect(Object.keys(before)).toHaveLength(34);
  expect(new Set(Object.values(before))).toEqual(new Set(["0%"]));
  await expect(page.getByText(/weak concept/)).toBeHidden();

  await reviewSome(page, 6);
  await page.goto("/concepts");
  const onMap = await masteryOnMap(page);
  const met = Object.entries(onMap).filter(([, mastery]) => mastery !== "0%");
  expect(met.length).toBeGreaterThan(0);

  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "List" }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(page.getByRole("table", { name: table })).toBeVisible();
  expect(await masteryInList(page)).toEqual(onMap);

  await page.getByRole("columnheader", { name: "Mastery" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Mastery" })).toHaveAttribute("aria-sort", "ascending");
  const shares = Object.values(await masteryInList(page))
    .slice(0, met.length)
    .map(Number.parseFloat);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0);

  const [concept = "", mastery = ""] = met[0] ?? [];
  await page.goto(`/concepts?concept=${concept}`);
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("definition").first()).toHaveText(mastery);
  await expect(panel.getByRole("link", { name: /^See the/ })).toHaveAttribute(
    "href",
    `/cards?concept=${concept}`,
  );
});

test("the map is walked by keys alone", async ({ page }) => {
  await createAccount(page);
  await page.goto("/today");
  await expect(page.getByRole("link", { name: "Concepts" }).first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page).toHaveURL(/\/concepts$/, { timeout: 1_000 });
  }).toPass();
  const box = (id: string) => page.getByRole("region", { name: region }).locator(`[data-concept="${id}"]`);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.concept);
  await expect(box("cnn")).toBeVisible();
  for (let presses = 0; presses < 30 && (await focused()) === undefined; presses += 1) {
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toBe("cnn");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("fully-connected");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("convolutional-layer");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("padding");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/concept=padding/);
  await expect(page.getByRole("heading", { level: 2, name: "padding" })).toBeVisible();
  await expect(box("padding")).toHaveAttribute("aria-current", "true");
  expect(await focused()).toBe("padding");
  await page.getByText("Show line 33 of the notes").press("Enter");
  await expect(
    page
      .getByRole("complementary")
      .getByText(/\(padding\)|padding/i)
      .last(),
  ).toBeVisible();
});

test("a concept leads to what to know first and to what follows", async ({ page }) => {
  await createAccount(page);
  await page.goto("/concepts?concept=learning-rate-scheduling");
  const panel = page.getByRole("complementary");
  await panel.getByRole("link", { name: "learning rate", exact: true }).click();
  await expect(panel.getByRole("heading", { level: 2, name: "learning rate", exact: true })).toBeVisible();
  await panel.getByRole("link", { name: "learning rate scheduling" }).click();
  await expect(panel.getByRole("heading", { level: 2, name: "learning rate scheduling" })).toBeVisible();
});

test("a narrow screen shows the list first and the chosen concept below it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await createAccount(page);
  await page.goto("/concepts");
  await expect(page.getByRole("table", { name: table })).toBeVisible();
  await expect(page.getByRole("region", { name: region })).toBeHidden();
  await page
    .getByRole("rowheader", { name: /^Adagrad/ })
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { level: 2, name: "Adagrad" })).toBeInViewport();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("rowheader", { name: /^Adagrad/ })).toBeInViewport();
  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Map" }).click();
  await expect(page.getByRole("region", { name: region })).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`map and list have no accessibility fault and no sideways scroll at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await createAccount(page);
    await reviewSome(page, 5);
    for (const view of ["map", "list"]) {
      await page.goto(`/concepts?view=${view}`);
      await expect(page.getByRole("heading", { level: 1, name: "Concepts" })).toBeVisible();
      await expectReadable(page, view);
    }
  });
}

test.describe("without script", () => {
  test("the views and the concepts are plain links", async ({ browser, page, baseURL }) => {
    await createAccount(page);
    const storageState = await page.context().storageState();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState,
      ...(baseURL && { baseURL }),
    });
    const plain = await context.newPage();
    await plain.goto("/concepts");
    await plain.getByRole("region", { name: region }).locator('[data-concept="adam"]').click();
    await expect(plain).toHaveURL(/concept=adam/);
    await plain.getByRole("link", { name: "List" }).click();
    await expect(plain.getByRole("table", { name: table })).toBeVisible();
    await expect(plain.getByRole("table", { name: table }).locator('[data-concept="adam"]')).toHaveAttribute(
      "aria-current",
      "true",
    );
    await context.close();
  });
});
