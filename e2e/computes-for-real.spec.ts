import { composeWithEnter } from "./support/compose";
import { createAccount } from "./support/people";
import { reachQuestion } from "./support/reach";
import { answerRightly, answerWrongly } from "./support/review";
import { expect, test } from "./support/test";

test("the size of a convolution is read off a tensor that a web worker computed", async ({ page }) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await createAccount(page);
  const card = await reachQuestion(page, "conv-output-size");
  const { graded } = await answerWrongly(page, card);
  expect(graded.verdict).toBe("wrong");
  expect(graded.grade).toBe("again");
  const stage = page.locator("[data-engine]");
  await expect(stage).toHaveAttribute("data-engine", "tfjs");
  await expect(stage).toHaveAttribute("data-backend", "cpu");
  await expect(stage).toHaveAttribute("data-kernels", /Conv2D/);
  expect(workers.length).toBeGreaterThan(0);
});

test("the optimizers are really run before the options are judged", async ({ page }) => {
  await createAccount(page);
  const card = await reachQuestion(page, "adagrad-decay-fix");
  const { graded } = await answerRightly(page, card);
  expect(graded.verdict).toBe("right");
  const stage = page.locator("[data-engine]");
  await expect(stage).toHaveAttribute("data-engine", "tfjs");
  await expect(stage).toHaveAttribute("data-backend", "cpu");
  await expect(stage.getByRole("img").first()).toBeVisible();
  await expect(stage.getByRole("table").first()).toBeVisible();
});

test("an undone question is asked again with nothing typed", async ({ page }) => {
  await createAccount(page);
  const card = await reachQuestion(page, "conv-output-size");
  await answerWrongly(page, card);
  await expect(page.getByRole("button", { name: /^Next/ })).toBeEnabled();
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
  await expect(page.getByRole("textbox").first()).toHaveValue("");
});

test("an unreadable answer costs nothing and full-width digits are read", async ({ page }) => {
  await createAccount(page);
  await reachQuestion(page, "conv-output-size");
  const boxes = page.getByRole("textbox");
  let posts = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/study/answer")) posts += 1;
  });
  await boxes.first().fill("사");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
  await expect(boxes.first()).toHaveAttribute("aria-invalid", "true");
  expect(posts).toBe(0);

  await boxes.nth(0).fill("４");
  await boxes.nth(1).fill("４");
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Enter");
  expect((await reply).status()).toBe(200);
});

test("what is typed before the script has come is kept, beside the draft of another field", async ({
  page,
}) => {
  await createAccount(page);
  await reachQuestion(page, "conv-output-size");
  const [height, width] = [page.getByRole("textbox").nth(0), page.getByRole("textbox").nth(1)];
  await height.fill("4");
  let letCome = () => {};
  const isWanted = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await width.fill("12");
  letCome();
  await expect(height).toHaveValue("4");
  await expect(width).toHaveValue("12");
  await page.reload();
  await expect(height).toHaveValue("4");
  await expect(width).toHaveValue("12");
});

test("Enter that ends a Hangul composition in an answer sends nothing, and the answer survives a reload", async ({
  page,
}) => {
  await createAccount(page);
  await reachQuestion(page, "conv-output-size");
  const [height, width] = [page.getByRole("textbox").nth(0), page.getByRole("textbox").nth(1)];
  let posts = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/study/answer")) posts += 1;
  });
  await width.fill("12");
  await height.focus();
  await composeWithEnter(page, "사");
  await expect(height).toHaveValue("사");
  await expect(height).toHaveAttribute("aria-invalid", "false");
  expect(posts).toBe(0);

  await page.reload();
  await expect(height).toHaveValue("사");
  await expect(width).toHaveValue("12");
});
