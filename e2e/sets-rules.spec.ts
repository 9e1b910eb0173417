/** What a learner sets about studying, the keys to the API, and what may be done with a card instead of answering it. */
import type { ReviewCard } from "@/lib/core/study/review-card";
import { givePast } from "./support/past";
import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { gradeByKey, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test("the way of studying is set by keys, wrong values are named, and the queue follows", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/settings");
  await page.getByRole("link", { name: "How you study" }).click();
  const steps = page.getByLabel("Learning steps", { exact: true });
  await steps.fill("ten minutes");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter numbers with units, as in 1m 10m")).toBeVisible();
  await expect(steps).toBeFocused();
  await expect(steps).toHaveValue("ten minutes");
  await steps.fill("2m 20m");
  await page.getByLabel("New cards", { exact: true }).first().selectOption("From the end of the notes");
  await page.getByLabel("Sunday").selectOption("Hardly any");
  await expectReadable(page, "settings of study");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It holds from the next card on.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectReadable(page, "settings of study on a phone");
  await page.reload();
  await expect(steps).toHaveValue("2m 20m");
  await expect(page.getByLabel("Sunday")).toHaveValue("minimum");

  await page.goto("/review");
  await page.getByRole("button", { name: "Show answer" }).click();
  await expect(page.getByRole("button", { name: /^Good/ })).toContainText("20");
});

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR" });
  test("numbers out of range are named and nothing typed is lost, and the limit of a course holds", async ({
    page,
  }) => {
    await createAccount(page);
    await page.goto("/settings/study");
    const reviews = page.getByLabel("하루 복습", { exact: true });
    const course = page.getByRole("group", { name: /코스의 하루 한도/ });
    const fresh = course.getByLabel("새 카드");
    const save = page.getByRole("button", { name: "저장" });
    await reviews.fill("10000");
    await fresh.fill("201");
    await page.getByLabel("몇 번 잊으면 알릴까요").fill("3");
    await save.click();
    await expect(page.getByText("0부터 9,999까지의 수를 적어 주세요.")).toBeVisible();
    await expect(reviews).toBeFocused();
    await reviews.fill("150");
    await save.click();
    await expect(page.getByText("0부터 200까지의 수를 적거나 비워 주세요.")).toBeVisible();
    await expect(fresh).toBeFocused();
    await expect(fresh).toHaveValue("201");
    await expect(page.getByLabel("몇 번 잊으면 알릴까요")).toHaveValue("3");
    await fresh.fill("2");
    await save.click();
    await expect(page.getByText("저장했어요. 다음 카드부터 따라요.")).toBeVisible();
    await page.reload();
    await expect(fresh).toHaveValue("2");
    await expect(reviews).toHaveValue("150");

    await page.goto("/settings");
    await page.getByLabel("이름").fill("새 이름");
    await page.getByLabel("하루 새 카드").fill("201");
    await save.click();
    await expect(page.getByText("0부터 200까지의 수를 적어 주세요.")).toBeVisible();
    await expect(page.getByLabel("이름")).toHaveValue("새 이름");
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: "2장이 오늘 차례예요" })).toBeVisible();
  });
});

test("limit and order of reviews and the end of a leech are followed", async ({ page, server }) => {
  const { email } = await createAccount(page);
  givePast(server, { email, cards: 60, days: 40, until: 6 });
  await page.goto("/settings/study");
  await page.getByLabel("Reviews a day", { exact: true }).fill("3");
  const orders = page.getByRole("combobox", { name: "Reviews", exact: true });
  await orders.selectOption("Easiest first");
  await page.getByLabel("Point out after so many lapses").fill("1");
  await page.getByLabel("What to do then").selectOption("Suspend it");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It holds from the next card on.")).toBeVisible();

  const ahead = await page.request.post("/api/study/ahead", { data: {} });
  const { cards } = (await ahead.json()) as { cards: ReviewCard[] };
  const reviews = cards.filter(({ phase }) => phase === "review");
  const hardness = reviews.map(({ memory }) => memory?.difficulty ?? 0);
  expect(hardness).toHaveLength(3);
  expect(hardness).toEqual([...hardness].sort((a, b) => a - b));
  expect(cards.filter(({ phase }) => phase === "new")).toEqual([]);
  const note = reviews.find(({ face }) => face.kind === "note");
  if (!note) throw new Error("three of many cards in review are no note");
  const { graded } = await (await postAnswer(page.request, note, "again")).json();
  expect(graded.isLeech).toBe(true);
  await page.goto(`/cards/${encodeURIComponent(note.cardId)}`);
  await expect(page.getByRole("button", { name: "Unsuspend" })).toBeVisible();
  await page.goto("/today");
  await expect(page.getByText("· at most 3 reviews a day")).toBeVisible();
});

test("letters rest when their learner wants, and Space and Enter go on", async ({ page }) => {
  await createAccount(page);
  await page.goto("/settings");
  await page.getByLabel("Use single-letter keys").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.goto("/review");
  const grades = page.getByRole("group", { name: "How well did you recall it?" });
  await expect(async () => {
    await page.keyboard.press("Space");
    await expect(grades).toBeVisible({ timeout: 1_000 });
  }).toPass();
  for (const key of ["4", "f", "-", "?", "@"]) await page.keyboard.press(key);
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Space");
  const { graded, head } = await (await reply).json();
  expect(graded.grade).toBe("good");
  expect(head).toMatchObject({ doneCount: 1, counts: { new: 19, learning: 1 } });
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a key to the API is shown once, works, and works no more when revoked", async ({ page }) => {
  await createAccount(page);
  await page.goto("/settings/keys");
  await page.getByLabel("What it is for").fill("my script");
  await page.keyboard.press("Enter");
  const secret = (await page.locator("code").textContent()) ?? "";
  expect(secret).toMatch(/^epoch_[\w-]{43}$/);
  const ask = () =>
    page.request.get("/api/v1/queue?limit=1", { headers: { authorization: `Bearer ${secret}` } });
  const reply = await ask();
  expect(reply.status()).toBe(200);
  expect((await reply.json()).cards).toHaveLength(1);
  await expectReadable(page, "keys");
  await page.reload();
  await expect(page.locator("code")).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke my script" }).click();
  await expect(page.getByText("The key is revoked and works no more.")).toBeVisible();
  expect((await ask()).status()).toBe(401);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectReadable(page, "keys on a phone");
});

test("what the API does not have is refused in JSON", async ({ request }) => {
  const unknown = await request.get("/api/v1/nothing");
  expect([unknown.status(), (await unknown.json()).error.kind]).toEqual([404, "unknown-address"]);
  const wrong = await request.put("/api/v1/queue", { data: {} });
  expect([wrong.status(), wrong.headers().allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect((await wrong.json()).error.kind).toBe("wrong-method");
  expect((await request.get("/api/health")).status()).toBe(200);
  expect((await request.get("/api/auth/csrf")).status()).toBe(200);
});

test("a card is set aside, suspended and flagged by keys, and each is taken back", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  const front = page.getByRole("heading", { level: 1 });
  const first = (await front.textContent()) ?? "";
  await page.getByLabel("This card").click();
  await expect(page.getByText("It is this card's turn to be met for the first time.")).toBeVisible();
  await expectReadable(page, "the menu of a card");
  await page.keyboard.press("Escape");
  await expect(page.getByText("It is this card's turn")).toBeHidden();

  await page.keyboard.press("-");
  await expect(page.getByText("Set aside until tomorrow.")).toBeVisible();
  await expect(front).not.toHaveText(first);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(front).toHaveText(first);
  await page.keyboard.press("@");
  await expect(page.getByText("Suspended.", { exact: false })).toBeVisible();
  await expect(front).not.toHaveText(first);
  await page.reload();
  await expect(front).not.toHaveText(first);
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.keyboard.press("f");
  await expect(page.getByText("Flagged.")).toBeVisible();
  // The answer stays shown, and the card can be graded.
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel("This card").click();
  await expect(page.getByRole("button", { name: /Remove the flag/ })).toBeVisible();
  await expectReadable(page, "the menu of a card on a phone");
});

test("what was undone is put back", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  const front = page.getByRole("heading", { level: 1 });
  const first = (await front.textContent()) ?? "";
  const { graded } = await gradeByKey(page, "4");
  await expect(front).not.toHaveText(first);
  const second = (await front.textContent()) ?? "";
  const undone = page.waitForResponse("**/api/study/undo");
  await page.keyboard.press("u");
  await undone;
  await expect(front).toHaveText(first);
  const redone = page.waitForResponse("**/api/study/redo");
  await page.keyboard.press("y");
  expect((await (await redone).json()).head.lastReviewId).toBe(graded.reviewId);
  await expect(front).toHaveText(second);
});
