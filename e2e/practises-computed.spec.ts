import type { Page } from "@playwright/test";
import type { AnswerForm } from "@/lib/core/questions/answer-form";
import type { Locale } from "@/lib/core/text";
import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { fillByKeys, wrongAnswer } from "./support/review";
import { sharedServer } from "./support/server";
import { expect, test } from "./support/test";
import { type Shown, variantAsking } from "./support/variants";

const forms = [
  ["integer", "dense-param-count", 1],
  ["number", "pool-map-value", 2],
  ["shape", "pool-output-size", 3],
  ["grid", "conv-cell-value", 1],
  ["cells", "conv-vs-full-connection", 1],
  ["table", "cnn-shape-trace", 1],
  ["choice", "kernel-identify", 2],
  ["choices", "conv-inverse-solve", 3],
  // The same forms again, for the plots and the map of a surface that these families draw.
  ["grid", "lr-plateau-trace", 3],
  ["integer", "saddle-escape", 3],
  ["number", "adagrad-effective-lr", 3],
  ["choice", "fit-diagnosis-curves", 1],
] as const satisfies [AnswerForm["kind"], string, 1 | 2 | 3][];
const words = {
  en: { check: "Check", next: /^Another like this/ },
  ko: { check: "확인", next: /^다른 숫자로 한 번 더/ },
};

/** Answers the question of the page by keys alone, and waits until the worker has judged it. */
async function answer(page: Page, { form }: Shown, given: unknown, locale: Locale): Promise<void> {
  const check = page.getByRole("button", { name: words[locale].check, exact: true });
  await expect(check).toBeVisible();
  await fillByKeys(page, form, given);
  if (form.kind === "cells") await check.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeVisible();
}

for (const [kind, family, level] of forms) {
  test(`${kind} of ${family} is answered by keys, wrongly in English and rightly in Korean, at 390 px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await createAccount(page);
    const shown = variantAsking(family, level, kind);
    for (const locale of ["en", "ko"] as const) {
      await page.context().addCookies([{ name: "locale", value: locale, url: sharedServer().url }]);
      await page.goto(shown.address);
      const isRight = locale === "ko";
      await answer(page, shown, isRight ? shown.truth : wrongAnswer(shown.form, shown.truth), locale);
      const stage = page.locator("[data-verdict]");
      await expect(stage).toHaveAttribute("data-verdict", isRight ? "right" : "wrong");
      await expect(stage).toHaveAttribute("data-engine", "tfjs");
      // After a wrong answer the run is drawn just as well.
      await expect(stage.locator("svg[role='img'], table, dl").first()).toBeVisible();
      await expect(page.getByRole("button", { name: words[locale].next })).toBeFocused();
    }
    await expectReadable(page, `${kind} after its answer`);
  });
}

test("a list is filled from top to bottom by arrows, and a question without sliders offers none", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto(variantAsking("lr-plateau-trace", 3, "grid").address);
  const field = (at: number) => page.getByRole("textbox", { name: `number ${at}`, exact: true });
  await expect(page.getByRole("rowheader", { name: "1", exact: true }).last()).toBeVisible();
  await field(1).fill("0.1");
  await page.keyboard.press("ArrowDown");
  await expect(field(2)).toBeFocused();
  await page.keyboard.type("0.2");
  await page.keyboard.press("ArrowUp");
  await expect(field(1)).toHaveValue("0.1");
  await expect(field(2)).toHaveValue("0.2");

  // Given probabilities sum to 1, so none of them can be moved alone.
  const shown = variantAsking("loss-value", 3, "number");
  expect(shown.prompt.en).toMatch(/^The right class is/);
  await page.goto(shown.address);
  await answer(page, shown, shown.truth, "en");
  await expect(page.getByText("Change the numbers")).toHaveCount(0);
});

test("another like this brings other numbers, and one's own slip can be asked for", async ({ page }) => {
  await createAccount(page);
  const shown = variantAsking("dense-param-count", 2, "integer");
  await page.goto(shown.address);
  await answer(page, shown, Number(shown.truth) - 1, "en");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(
    new RegExp(`seed=${new URL(shown.address, "http://x").searchParams.get("seed")}&`),
  );
  await expect(page.locator("[data-verdict]")).toHaveCount(0);
  await expect(page).toHaveURL(/level=2/);

  const first = variantAsking("conv-param-count", 1, "integer");
  await page.goto(`${first.address}&slip=channels-dropped`);
  const prompt = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const [filters, kernel, channels] =
    /with (\d+) filters of (\d+)×\d+ takes a \d+×\d+×(\d+)/.exec(prompt)?.slice(1).map(Number) ?? [];
  expect(channels).toBeGreaterThan(1);
  const hasBias = await page.getByText("There are biases.").isVisible();
  await answer(page, first, ((kernel ?? 0) ** 2 + (hasBias ? 1 : 0)) * (filters ?? 0), "en");
  await page.getByRole("button", { name: "One that separates my mistake" }).click();
  await expect(page).toHaveURL(/slip=channels-dropped/);
});

test("after the answer a slider computes everything again", async ({ page }) => {
  await createAccount(page);
  const shown = variantAsking("conv-output-size", 1, "shape");
  await page.goto(shown.address);
  await answer(page, shown, shown.truth, "en");
  const before = await page.locator(".steps").textContent();
  const stride = page.getByRole("slider", { name: "Stride" });
  await stride.focus();
  await page.keyboard.press((await stride.inputValue()) === "0" ? "ArrowRight" : "ArrowLeft");
  await expect(page.locator(".steps")).not.toHaveText(before ?? "");
  await page.getByRole("button", { name: "Back to the question's numbers" }).click();
  await expect(page.locator(".steps")).toHaveText(before ?? "");
});

test("a descent is stepped through by keys: the tangent, then the step it asks for", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await createAccount(page);
  const shown = variantAsking("gd-one-step", 1, "number");
  await page.goto(shown.address);
  await answer(page, shown, wrongAnswer(shown.form, shown.truth), "en");
  const caption = page.locator(".caption");
  // The key below the plot shows an arrow too.
  const arrows = page.locator("svg[role='img'] .drawn-arrows .head");
  const at = page.getByRole("slider", { name: "Up to here" });
  const end = await caption.textContent();
  const all = await arrows.count();
  // What is wider than the stage would be cut off by it.
  const over = await page.locator(".lines").evaluate((lines) => lines.scrollWidth - lines.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.keyboard.press("ArrowLeft");
  await expect(caption).toContainText("Slope of the tangent");
  await expect(arrows).toHaveCount(all - 1);
  await page.keyboard.press("ArrowRight");
  await expect(caption).toHaveText(end ?? "");
  await at.focus();
  await page.keyboard.press("Home");
  await expect(caption).toContainText("It starts at");
  await expect(arrows).toHaveCount(0);
  // Played from the first stop, it comes to the last by itself.
  await page.keyboard.press("p");
  await expect(caption).toHaveText(end ?? "");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

/** A worker that tells how a training goes and keeps its end to itself, as one does that takes long. */
const endlessWorker = `
  const Own = window.Worker;
  window.Worker = class extends Own {
    set onmessage(hear) {
      super.onmessage = (event) => {
        if (event.data.result?.value?.output.kind !== "train") hear(event);
      };
    }
  };`;

test("a training that takes its time says how far it is, and stopped it leaves the answer to be sent again", async ({
  page,
}) => {
  await page.addInitScript({ content: endlessWorker });
  await createAccount(page);
  const shown = variantAsking("fit-diagnosis-curves", 1, "choice");
  await page.goto(shown.address);
  await fillByKeys(page, shown.form, shown.truth);
  await page.keyboard.press("Enter");
  const epochs = page.getByRole("progressbar", { name: /^Epoch \d+ of \d+/ });
  await expect.poll(async () => Number(await epochs.getAttribute("value"))).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Predict first.", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Check", exact: true })).toBeEnabled();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
});

test("an answer is typed at once, whatever has the focus; the next digit goes on where it was begun", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto(variantAsking("pool-output-size", 3, "shape").address);
  const fields = page.locator("main form").getByRole("textbox");
  await expect(fields.first()).not.toBeFocused();
  await expect(async () => {
    if ((await fields.first().inputValue()) === "") await page.keyboard.press("1");
    await expect(fields.first()).toHaveValue("1", { timeout: 1000 });
  }).toPass();
  await page.keyboard.type("28");
  await expect(fields.first()).toHaveValue("128");
  await fields.first().blur();
  await page.keyboard.type("64");
  await expect(fields.nth(1)).toHaveValue("64");
  await expect(fields.nth(1)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeVisible();
  await page.locator("main form").evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("7");
  await expect(fields.first()).toHaveValue("128");

  await page.goto(variantAsking("gd-one-step", 1, "number").address);
  await expect(async () => {
    if ((await fields.first().inputValue()) === "") await page.keyboard.press("-");
    await expect(fields.first()).toHaveValue("-", { timeout: 1000 });
  }).toPass();
  await page.keyboard.type("0.5");
  await expect(fields.first()).toHaveValue("-0.5");
});

test.describe("without a connection", () => {
  test.use({ provoked: /ERR_FAILED/ });

  test("a question whose picture cannot be fetched stays as it was answered, and is checked later", async ({
    page,
  }) => {
    await createAccount(page);
    await page.goto(variantAsking("dense-param-count", 1, "integer").address);
    const field = page.locator("main form").getByRole("textbox");
    await field.fill("12");
    await page.getByRole("button", { name: /^Show a hint/ }).hover();
    await page.waitForLoadState("networkidle");
    await page.route("**/_next/static/chunks/**", (route) => route.abort());
    await page.getByRole("button", { name: words.en.check, exact: true }).click();
    await expect(page.getByText(/connection/).first()).toBeVisible();
    await expect(field).toHaveValue("12");
    await page.unroute("**/_next/static/chunks/**");
    await page.getByRole("button", { name: words.en.check, exact: true }).click();
    await expect(page.locator("[data-verdict]")).toBeVisible();
  });
});

test("a question opened by a link has its numbers at once: whoever goes back stays back", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/lab");
  const visited: string[] = [];
  page.on("framenavigated", (frame) =>
    visited.push(new URL(frame.url()).pathname + new URL(frame.url()).search),
  );
  await page.locator("a[href='/practice/flatten-length-index']").click();
  await expect(page.getByRole("button", { name: words.en.check, exact: true })).toBeVisible();
  const asked = visited.filter((address) => address.startsWith("/practice"));
  expect(asked).toEqual([expect.stringMatching(/^\/practice\/flatten-length-index\?seed=\d+$/)]);
  await page.goBack();
  await expect(page.locator("a[href='/practice/flatten-length-index']")).toBeVisible();
});

test.describe("an address", () => {
  test.use({ provoked: /status of 404/ });

  test("of no family is not found; one without a seed gets one", async ({ page }) => {
    await createAccount(page);
    expect((await page.goto("/practice/no-such-family"))?.status()).toBe(404);
    await page.goto("/practice/flatten-length-index?seed=abc&level=7");
    await expect(page).toHaveURL(/seed=\d+/);
    await expect(page.getByRole("navigation", { name: "Level" }).locator("[aria-current]")).toHaveText(
      "Level 1",
    );
  });
});
