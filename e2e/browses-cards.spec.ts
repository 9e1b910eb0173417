import type { Page } from "@playwright/test";
import { composeWithEnter } from "./support/compose";
import { createAccount, newAccount, signIn, signOut } from "./support/people";
import { expectReadable } from "./support/readable";
import { gradeByKey, openedQueue } from "./support/review";
import { expect, test } from "./support/test";

test.use({ provoked: /status of 404/ });

const rows = (page: Page) =>
  page.getByRole("table", { name: "Cards found" }).locator("tbody").getByRole("row");
const searchField = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const cardPath = (cardId: string) => `/cards/${encodeURIComponent(cardId)}`;

async function find(page: Page, typed: string): Promise<void> {
  await searchField(page).fill(typed);
  await searchField(page).press("Enter");
  await expect(page).toHaveURL((url) => (url.searchParams.get("q") ?? "") === typed.trim());
}

test("cards are found in Korean and in English, and an unreadable filter loses nothing", async ({ page }) => {
  await createAccount(page);
  await page.goto("/today");
  await page.getByRole("navigation").getByRole("link", { name: "Cards" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cards" })).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.getByText(/Page 2 of/)).toBeVisible();

  await find(page, "saddle");
  await expect(rows(page).first()).toContainText(/saddle/i);
  const inEnglish = await rows(page).getByRole("link").allTextContents();
  await find(page, "안장점");
  expect(await rows(page).getByRole("link").allTextContents()).toEqual(expect.arrayContaining(inEnglish));
  await expect(searchField(page)).toBeFocused();

  await page.getByLabel("Concept").selectOption({ label: "Momentum" });
  await find(page, "");
  await expect(page).toHaveURL(/concept=momentum/);
  await expect(rows(page).first()).toContainText("Momentum");

  await find(page, "momentum state:old");
  await expect(page.getByText(/After state: write new, learning, review or suspended/).last()).toBeVisible();
  await expect(searchField(page)).toHaveValue("momentum state:old");
  await find(page, "no-such-word-anywhere");
  await expect(page.getByText("No card fits this search.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Clear" }).last().click();
  await expect(rows(page)).toHaveCount(50);
  await expect(searchField(page)).toHaveValue("");
});

test("the Enter that ends a Hangul syllable searches nothing", async ({ page }) => {
  await createAccount(page);
  await page.goto("/cards");
  await searchField(page).focus();
  await composeWithEnter(page, "층");
  await expect(searchField(page)).toHaveValue("층");
  await expect(page).toHaveURL(/\/cards$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(rows(page).first()).toBeVisible();
});

test("suspended cards leave the queue and come back", async ({ page }) => {
  await createAccount(page);
  await page.goto("/today");
  const due = () => page.getByRole("heading", { level: 1 }).first();
  await expect(due()).toContainText("20 cards are due today");
  await page.goto("/cards?state=new");
  const total = await page.getByRole("main").getByRole("status").first().textContent();
  for (let left = Number.parseInt(total ?? "", 10); left > 0; left -= 50) {
    // Once the list is that of what is left.
    await expect(page.getByRole("main").getByRole("status").first()).toHaveText(new RegExp(`^${left} cards`));
    await expect(rows(page)).toHaveCount(Math.min(left, 50));
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await page.getByRole("button", { name: "Suspend", exact: true }).click();
    await expect(
      page.getByText(`${Math.min(left, 50)} cards suspended. Reviews leave them out.`),
    ).toBeVisible();
  }
  await expect(page.getByText("No card fits this search.")).toBeVisible();
  await page.goto("/today");
  await expect(due()).toHaveText("You have seen every card for today");

  await page.goto("/cards?state=suspended");
  expect(await page.getByRole("main").getByRole("status").first().textContent()).toBe(total);
  await rows(page).first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Unsuspend" }).click();
  await expect(page.getByText("1 card back in your reviews.")).toBeVisible();
  await page.goto("/today");
  await expect(due()).toContainText("1 card is due today");
});

test("cards are tagged and started over by keys alone", async ({ page }) => {
  await createAccount(page);
  const { graded } = await openedQueue(page);
  await page.goto("/cards?state=review");
  await expect(rows(page)).toHaveCount(1);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByRole("checkbox", { name: "Select all on this page" }).focus();
  await press("Space", "Tab", "Tab", "Tab");
  await expect(page.getByRole("button", { name: "Set day" })).toBeFocused();
  await press("Enter");
  await expect(page.getByLabel("Days from today")).toBeFocused();
  await press("0", "Enter");
  await expect(page.getByText("The day of 1 card is set.")).toBeVisible();
  await expect(rows(page).first()).toContainText(/today/i);
  await page.getByRole("button", { name: "Tag" }).focus();
  await press("Enter");
  await expect(page.getByLabel("Name of the tag")).toBeFocused();
  await page.keyboard.type("Mid Term");
  await press("Enter");
  await expect(page.getByText("“mid-term” added to 1 card.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tag" })).toBeFocused();
  await page.goto("/cards?q=tag%3Amid-term");
  await expect(rows(page)).toHaveCount(1);

  await rows(page).first().getByRole("checkbox").focus();
  await press("Space");
  await page.getByRole("button", { name: "Reset" }).focus();
  await press("Enter");
  await expect(page.getByRole("dialog", { name: "Start 1 card over?" })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("button", { name: "Reset" })).toBeFocused();
  await expect(rows(page).first()).toContainText("Review");
  await press("Enter", "Tab", "Enter");
  await expect(page.getByText("1 card is new again.")).toBeVisible();
  await expect(rows(page).first()).toContainText("New");

  await page.goto(cardPath(graded.cardId));
  await expect(page.getByRole("region", { name: "Past reviews" })).toContainText("Easy");
  await expect(page.getByText("You have not learned this card yet.")).toBeVisible();
  await page.getByRole("button", { name: "Remove mid-term" }).click();
  await expect(page.getByText("No tags yet.")).toBeVisible();
});

test("a card's page tells its words, its history and its curve, and leads back to the search", async ({
  page,
}) => {
  await createAccount(page);
  const { graded } = await openedQueue(page);
  // A key pressed before the page's script has loaded does nothing.
  await expect(async () => {
    await page.keyboard.press("u");
    await expect(page.getByText("Undone.")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await gradeByKey(page, "3");
  await page.goto("/cards?q=state%3Alearning");
  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL((url) => url.pathname === cardPath(graded.cardId));
  const history = page.getByRole("table", { name: "Past reviews" }).locator("tbody").getByRole("row");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText("Good");
  await expect(history.last()).toContainText(/Easy.*Undone/);
  for (const side of ["Korean", "English"])
    await expect(page.getByRole("region", { name: side })).toBeVisible();
  await expect(
    page.getByRole("img", { name: /Recall chance since the last review: 100% now/ }),
  ).toBeVisible();
  await page.getByText("Show as a table").click();
  await expect(page.getByRole("cell", { name: "100%" })).toBeVisible();
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("1 card suspended. Reviews leave them out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Unsuspend" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the search" }).click();
  await expect(searchField(page)).toHaveValue("state:learning");
});

test("nobody sees another learner's tags, and a card that is not there is not found", async ({ page }) => {
  await createAccount(page);
  await page.goto("/cards?q=momentum");
  await rows(page).first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Tag" }).click();
  await page.getByLabel("Name of the tag").fill("my-secret");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("my-secret");
  await signOut(page);
  const other = newAccount();
  await createAccount(page, other);
  await page.goto("/cards?q=tag%3Amy-secret");
  await expect(page.getByText("No card fits this search.")).toBeVisible();
  expect(await page.content()).not.toContain("my-secret</");
  for (const card of ["no such card", "%25E0%25A4%25A", "..%2Ftoday"]) {
    const answer = await page.goto(`/cards/${card}`);
    expect(answer?.status(), card).toBe(404);
  }
  await signOut(page);
  await signIn(page, other);
});

for (const width of [1280, 390]) {
  test(`the card pages have no fault and no sideways scroll at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await createAccount(page);
    const { graded } = await openedQueue(page);
    const look = async (place: string) => {
      // A refreshed page has no title for a moment.
      await expect(page).toHaveTitle(/Card/);
      await expectReadable(page, place);
    };
    await page.goto("/cards?q=momentum");
    await page.getByRole("checkbox").nth(1).check();
    await look("list");
    await page.getByRole("button", { name: "Suspend", exact: true }).click();
    await expect(page.getByText("1 card suspended. Reviews leave them out.")).toBeVisible();
    await look("list after a change");
    await page.getByRole("button", { name: "Tag" }).click();
    await look("tag dialog");
    await page.goto("/cards?q=due%3Anever");
    await look("unreadable filter");
    await page.goto("/cards?q=nothing-like-this");
    await look("no card");
    await page.goto(cardPath(graded.cardId));
    await page.getByText("Show as a table").click();
    await look("card");
    await page.goto(cardPath("skill:conv-output-size"));
    await look("computed card");
  });
}
