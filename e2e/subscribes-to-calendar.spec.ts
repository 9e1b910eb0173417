import type { Locator } from "@playwright/test";
import { createAccount, newAccount, signIn, signOut } from "./support/people";
import { expectReadable } from "./support/readable";
import { openedQueue } from "./support/review";
import { expect, test } from "./support/test";

/** The address, once it is there to be copied. */
async function shownIn(field: Locator): Promise<string> {
  await expect(field).toHaveValue(/^http:\/\/.*\/calendar\/[\w-]{43}\.ics$/);
  return field.inputValue();
}

test("a learner gives a calendar program an address, replaces it and turns it off", async ({
  page,
  playwright,
}) => {
  const account = await createAccount(page, newAccount());
  await openedQueue(page);
  await page.goto("/settings");
  const section = page.locator("form", { has: page.getByRole("heading", { name: "In your calendar" }) });
  await section.getByRole("button", { name: "Make an address" }).click();
  const field = section.getByLabel("Calendar address");
  const address = await shownIn(field);

  // A program of its own, without cookies.
  const program = await playwright.request.newContext();
  const feed = await program.get(address);
  expect(feed.status()).toBe(200);
  const headers = feed.headers();
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["set-cookie"]).toBeUndefined();
  const text = await feed.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  // What is left today, and the card graded Easy, which comes back within the next two weeks.
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toMatch(/\r\nSUMMARY:19 cards to review\r\n/);
  expect(text).toMatch(/\r\nSUMMARY:1 card to review\r\n/);
  expect(text).toMatch(/\r\nDTSTART;VALUE=DATE:\d{8}\r\n/);

  await page.reload();
  await expect(section.getByText("There is an address.", { exact: false })).toBeVisible();
  await expect(field).toHaveCount(0);
  expect(await page.content()).not.toContain(new URL(address).pathname);

  await section.getByRole("button", { name: "Make a new address" }).click();
  await expect(field).not.toHaveValue(address);
  const next = await field.inputValue();
  const dead = await program.get(address);
  const never = await program.get(address.replace(/[\w-]{43}/, "x".repeat(43)));
  expect([dead.status(), never.status()]).toEqual([404, 404]);
  expect(dead.headers()["referrer-policy"]).toBe("no-referrer");
  expect(await dead.text()).toBe(await never.text());
  expect((await program.get(next.replace(".ics", ""))).status()).toBe(404);
  expect((await program.get(next)).status()).toBe(200);

  await signOut(page);
  expect((await program.get(next)).status()).toBe(200);
  await signIn(page, account);
  await expect(page).toHaveURL(/\/today$/);
  await page.goto("/settings");
  await section.getByRole("button", { name: "Turn off" }).click();
  await expect(section.getByText("Turned off.", { exact: false })).toBeVisible();
  expect((await program.get(next)).status()).toBe(404);
  await program.dispose();
});

test("a change of the password takes the address along when asked to", async ({ page, playwright }) => {
  const account = await createAccount(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await shownIn(page.getByRole("textbox", { name: "Calendar address" }));
  await page.getByLabel("Current password").fill(account.password);
  await page.getByLabel("New password").fill("quite another sentence");
  await page.getByLabel("Also end all API keys and the calendar address").check();
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("API keys and the calendar address are ended", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  const program = await playwright.request.newContext();
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
});

test("the feed speaks the learner's language", async ({ page, playwright }) => {
  await createAccount(page);
  await openedQueue(page);
  await page.goto("/settings");
  await page.getByLabel("Language", { exact: true }).selectOption("ko");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("저장했어요.")).toBeVisible();
  await page.getByRole("button", { name: "주소 만들기" }).click();
  const address = await shownIn(page.getByRole("textbox", { name: "달력 주소" }));
  const program = await playwright.request.newContext();
  const text = await (await program.get(address)).text();
  expect(text).toContain("\r\nSUMMARY:복습 1장\r\n");
  expect(text).toContain("\r\nDESCRIPTION:약 1분 걸려요.\r\n");
  await program.dispose();
});

for (const width of [1280, 390]) {
  test(`the address has no accessibility fault and no sideways scroll at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await createAccount(page);
    await page.goto("/settings");
    await page.getByRole("button", { name: "Make an address" }).click();
    await expect(page.getByRole("textbox", { name: "Calendar address" })).toBeVisible();
    await expectReadable(page, "settings with a calendar address");
    await page.getByRole("button", { name: "Turn off" }).click();
    await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
    await expectReadable(page, "settings with the calendar turned off");
  });
}
