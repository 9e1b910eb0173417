import { composeWithEnter } from "./support/compose";
import { createAccount, registerByForm } from "./support/people";
import { openedQueue } from "./support/review";
import { expect, test } from "./support/test";

test.describe("in a Korean browser", () => {
  test.use({ locale: "ko-KR" });

  test("everything is in Korean from the first page on", async ({ page }) => {
    await page.goto("/register");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await page.getByLabel("이름", { exact: true }).fill("학습자");
    await page.getByLabel("이메일").fill(`${crypto.randomUUID().slice(0, 8)}@example.com`);
    await page.getByLabel("비밀번호", { exact: true }).fill("충분히 긴 비밀번호 문장");
    await page.getByRole("button", { name: "계정 만들기" }).click();
    await expect(page.getByRole("heading", { name: "20장이 오늘 차례예요" })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: "정답 보기" })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: /^알맞음/ })).toBeVisible();
  });

  test("Enter that ends a Hangul composition submits nothing", async ({ page }) => {
    await page.goto("/register");
    let posts = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") posts += 1;
    });
    const email = page.getByLabel("이메일");
    await email.fill("name@example.com");
    await page.getByLabel("비밀번호", { exact: true }).fill("충분히 긴 비밀번호 문장");
    const name = page.getByLabel("이름", { exact: true });
    await name.focus();
    await composeWithEnter(page, "학");
    await expect(name).toHaveValue("학");
    await expect(page).toHaveURL(/\/register$/);
    expect(posts).toBe(0);
  });
});

test("an English browser gets English, and the choice of Korean stays", async ({ page }) => {
  await registerByForm(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { name: "20 cards are due today" })).toBeVisible();
  await page.goto("/settings");
  await page.getByLabel("Language", { exact: true }).selectOption("ko");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("저장했어요.")).toBeVisible();
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "20장이 오늘 차례예요" })).toBeVisible();
});

test("the language is switched in the middle of a review, and the same card stays with its answer shown", async ({
  page,
}) => {
  await createAccount(page);
  const { head } = await openedQueue(page);
  const face = head.cards[0]?.face;
  if (face?.kind !== "note" || !face.sides.ko || !face.sides.en) throw new Error("no card in two languages");
  const front = page.getByRole("heading", { level: 1 });
  await expect(front).toHaveText(face.sides.en.front);
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.getByRole("button", { name: "Show in Korean" }).click();
  await expect(front).toHaveText(face.sides.ko.front);
  await expect(page.getByText(face.sides.ko.back, { exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await page.keyboard.press("l");
  await expect(front).toHaveText(face.sides.en.front);
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("3");
  expect((await (await reply).json()).graded.cardId).toBe(head.cards[0]?.cardId);
});
