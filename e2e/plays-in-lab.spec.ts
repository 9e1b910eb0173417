import { readFileSync } from "node:fs";
import { createAccount } from "./support/people";
import { picture } from "./support/picture";
import { expectReadable } from "./support/readable";
import { sharedServer } from "./support/server";
import { expect, test } from "./support/test";

test("a network is built layer by layer, and its totals are the published ones", async ({ page }) => {
  await createAccount(page);
  await page.goto("/lab");
  await page.getByRole("link", { name: "Build a network" }).click();
  const total = page.getByRole("main").getByRole("status");
  await expect(total.first()).toHaveText("61,706 parameters");
  await page.getByRole("button", { name: "VGG-16" }).click();
  await expect(total.first()).toHaveText("138,357,544 parameters");
  await page.getByRole("button", { name: "AlexNet" }).click();
  await expect(total.first()).toHaveText("61,100,840 parameters");
  await expect(page.getByRole("region", { name: "Result" })).toHaveAttribute("data-engine", "tfjs");

  await page.getByRole("button", { name: "LeNet-5" }).click();
  const first = page.getByRole("group", { name: "1. Convolution" });
  await first.getByLabel("Filters", { exact: true }).fill("12");
  await expect(total.first()).toHaveText("64,262 parameters");
  await page.reload();
  await expect(first.getByLabel("Filters", { exact: true })).toHaveValue("12");
  // The router brings back the page as it was fetched; what counts is the address.
  await page.getByRole("button", { name: "AlexNet" }).click();
  await expect(total.first()).toHaveText("61,100,840 parameters");
  await page.getByRole("link", { name: "Concepts" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Concepts" })).toBeVisible();
  await page.goBack();
  await expect(total.first()).toHaveText("61,100,840 parameters");
  await page.getByRole("button", { name: "LeNet-5" }).click();
  await first.getByLabel("Filters", { exact: true }).fill("12");

  await page.getByRole("group", { name: "5. Convolution" }).getByLabel("Window", { exact: true }).fill("9");
  await expect(page.getByText("Layer 5", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^Remove: Conv 9×9/ }).click();
  await expect(page.getByText("Layer 5 (", { exact: false })).toBeHidden();
});

test("one's own map, kernel and picture are computed at once and stay in this browser", async ({ page }) => {
  await createAccount(page);
  await page.goto(
    "/lab/window?op=conv&x=1,2,0,1;0,1,3,2;2,1,0,0;1,0,2,1&k=1,0,-1;2,0,-2;1,0,-1&p=0&s=1&d=1&b=0",
  );
  const output = page.getByRole("table", { name: "Output values" });
  await expect(output.getByRole("cell").first()).toHaveText("−3");
  await page.getByRole("slider", { name: "Padding" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("slider", { name: "Stride" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(output.getByRole("cell")).toHaveText(["−5", "1", "−3", "0"]);
  await expect(page).toHaveURL(/p=1&s=2/);
  await page.getByLabel("Input, row 0, column 1").fill("４");
  await expect(output.getByRole("cell").first()).not.toHaveText("−5");

  // Cards for later are fetched on any page and carry nothing of it.
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && !request.url().endsWith("/api/study/ahead")) sent.push(request.url());
  });
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "own.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByLabel("Input, row 0, column 0")).not.toHaveValue("1");
  expect(sent).toEqual([]);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "own.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.getByText("This file cannot be read as an image.")).toBeVisible();

  await page.getByRole("radio", { name: "Max pooling" }).check();
  await expect(page.getByRole("table", { name: "Output", exact: true })).toBeVisible();
  await page.getByRole("slider", { name: "Padding" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("at most half the window", { exact: false })).toBeVisible();
});

test("of many quick changes the last one is what is shown", async ({ page }) => {
  await createAccount(page);
  await page.goto("/lab/window");
  await expect(page.locator("[data-engine]")).toBeVisible();
  const side = page.getByRole("group", { name: "Input" }).getByRole("slider", { name: "Side" });
  await side.focus();
  for (const key of ["End", "Home", "End", "Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"])
    await page.keyboard.press(key);
  await expect(page.getByText("5×5 → 5×5")).toBeVisible();
  await expect(page.getByRole("table", { name: "Output values" }).getByRole("cell")).toHaveCount(25);
});

test.describe("without a worker", () => {
  test.use({ provoked: /net::ERR_FAILED|Failed to load/ });

  test("the reference computes instead, and the page says so", async ({ page }) => {
    await createAccount(page);
    await page.route(/turbopack-worker/, (route) => route.abort());
    await page.goto("/practice/flatten-length-index?seed=3&level=1");
    await page.getByRole("textbox").first().fill("1");
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-verdict]")).toHaveAttribute("data-engine", "reference");
    await expect(
      page.getByText("TensorFlow.js is not available in this browser", { exact: false }),
    ).toBeVisible();
    await page.goto("/lab/schedule");
    await expect(
      page.getByText("TensorFlow.js is not available in this browser", { exact: false }),
    ).toBeVisible();
  });
});

for (const width of [1280, 390]) {
  test(`the lab reads well at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await createAccount(page);
    for (const place of ["/lab", "/lab/window", "/lab/network"]) {
      await page.goto(place);
      if (place !== "/lab") await expect(page.locator("[data-engine]")).toBeVisible();
      await expectReadable(page, place);
    }
  });
}

declare global {
  interface Window {
    beginnings: string[];
    framesDrawn: number;
  }
}

/** Where the first way began, each time that it changed. */
function watchBeginnings(): void {
  window.beginnings = [];
  const way = document.querySelector(".race-ground path[stroke]");
  if (!way) return;
  new MutationObserver(() => {
    const [begin = ""] = way.getAttribute("d")?.split("L") ?? [];
    if (window.beginnings.at(-1) !== begin) window.beginnings.push(begin);
  }).observe(way, { attributes: true, attributeFilter: ["d"] });
}

/** Frames that the page draws until it shows these words. */
function countFramesUntil(words: string): void {
  window.framesDrawn = 0;
  const count = () => {
    if (document.body.textContent.includes(words)) return;
    window.framesDrawn += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

test("seven optimizers race from a start that the arrow keys move, and the run can be kept", async ({
  page,
}) => {
  await createAccount(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/lab/race?on=valley&from=-7,2.4&n=100&b=0.9");
  const race = page.locator(".race");
  await expect(race).toHaveAttribute("data-engine", "tfjs");
  const finding = page.getByText("has the smallest loss", { exact: false });
  const before = await finding.first().textContent();
  await page.getByRole("button", { name: /^Start x/ }).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowDown");
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/from=-4\.6,1\.2&/);
  await expect(finding.first()).not.toHaveText(before ?? "");

  await page.getByLabel("Learning rate of SGD").fill("3");
  await expect(page.getByText("Diverged: SGD.", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /SGD/ }).first()).toContainText("Gone");
  const lines = page.locator(".race-ground path[stroke]");
  const drawn = await lines.count();
  await page.getByRole("checkbox", { name: "SGD" }).uncheck();
  await expect(lines).toHaveCount(drawn - 1);

  const map = page.getByRole("region", { name: "Ways over the loss" });
  const csv = page.waitForEvent("download");
  await map.getByRole("button", { name: "Save CSV" }).click();
  const file = readFileSync(await (await csv).path(), "utf8").split("\r\n");
  expect(file[0]?.split(",").slice(0, 5)).toEqual(["step", "sgd x", "sgd y", "sgd loss", "sgd rate"]);
  expect(file[1]).toMatch(/^0,-4\.59?/);
  const png = page.waitForEvent("download");
  await map.getByRole("button", { name: "Save PNG" }).click();
  expect(
    readFileSync(await (await png).path())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");

  // Both have to be in the window for a mouse to reach them.
  await page.locator(".contour-map").scrollIntoViewIfNeeded();
  const box = await page.getByRole("button", { name: /^Start x/ }).boundingBox();
  const ground = await page.locator(".contour-map").boundingBox();
  if (!box || !ground) throw new Error("no map");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(watchBeginnings);
  await page.mouse.move(ground.x + ground.width / 2, ground.y + (ground.height - 26) / 2, { steps: 60 });
  await page.mouse.up();
  await expect(page.getByRole("button", { name: /^Start x -(2\.0|1\.9)/ })).toBeVisible();
  await expect(page).toHaveURL(/from=-(2(\.0\d*)?|1\.9\d*),/, { timeout: 15_000 });
  // Once let go, the ways stay where they were drawn last until those of the worker take their place.
  await expect(finding.first()).not.toHaveText(before ?? "");
  const beginnings = await page.evaluate(() => window.beginnings);
  expect(new Set(beginnings).size).toBe(beginnings.length);
  expect(beginnings.length).toBeGreaterThan(5);

  const begin = await page.getByRole("button", { name: /^Start x/ }).getAttribute("aria-label");
  await map.getByRole("button", { name: "Copy link" }).click();
  await expect(map.getByText("The address of this state is copied.")).toBeVisible();
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(page.getByRole("button", { name: begin ?? "" })).toBeVisible();
  await expect(page.getByLabel("Learning rate of SGD")).toHaveValue("3");
  await map.getByText("Values step by step").click();
  await expect(map.getByRole("columnheader", { name: "Adam loss" })).toBeVisible();
  await page.getByLabel("Learning rate of SGD").fill("fast");
  await expect(page.getByLabel("Learning rate of SGD")).toHaveAttribute("aria-invalid", "true");
  await expectReadable(page, "race");
});

test("the longest race leaves the page free while it is computed, and its sentence proves Adagrad's decay", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/lab/race?on=valley&n=100&z=0.4&m=10000");
  await expect(page.locator(".race")).toHaveAttribute("data-engine", "tfjs");
  await expect(
    page.getByText(/Adagrad keeps ×0\.[23]\d of its step at step 1000, a slope of −0\.[45]/),
  ).toBeVisible({ timeout: 20_000 });
  await page.evaluate(countFramesUntil, "This is step 10,000.");
  await page.getByRole("group", { name: "Race on the map" }).getByRole("slider", { name: "Steps" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("This is step 10,000.", { exact: false })).toBeVisible({ timeout: 20_000 });
  // A page that waited for the race would have drawn hardly any.
  expect(await page.evaluate(() => window.framesDrawn)).toBeGreaterThan(10);
  await page.getByText("As numbers: Effective step", { exact: false }).click();
  await expect(page.getByRole("columnheader", { name: "Adagrad" }).first()).toBeVisible();
  await expectReadable(page, "longest race");
});

test("a race is stepped, played and scrubbed by keys, on the saddle and between two valleys", async ({
  page,
}) => {
  await createAccount(page);
  for (const [surface, step, next] of [
    ["Saddle", 99, "Two valleys"],
    ["Two valleys", 99, null],
  ] as const) {
    if (next) await page.goto("/lab/race?on=saddle&m=10");
    await expect(page.getByRole("radio", { name: surface })).toBeChecked();
    await expect(page.getByText("This is step 100.", { exact: false })).toBeVisible();
    // The arrows step wherever no field has the focus.
    await page.locator("h1").click();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByText(`This is step ${step}.`, { exact: false })).toBeVisible();
    await page.getByRole("slider", { name: /^Step \d/ }).focus();
    await page.keyboard.press("Home");
    await expect(page.getByText("This is step 0.", { exact: false })).toBeVisible();
    await page.getByRole("slider", { name: /^Step \d/ }).fill("80");
    await page.getByRole("button", { name: "Play" }).click();
    // It ends by itself, at the last step, and a hundred stops are not looked at as long as ten.
    await expect(page.getByText("This is step 100.", { exact: false })).toBeVisible();
    await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
    if (next) await page.getByRole("radio", { name: next }).check();
  }
});

test("a network is trained before one's eyes and can be stopped", async ({ page }) => {
  await createAccount(page);
  await page.goto("/lab/fit?by=network&seed=7&n=12&z=0.3&d=4&u=16&lr=0.05&e=1000");
  await page.getByRole("button", { name: "Train" }).click();
  const progress = page.getByRole("progressbar");
  await expect.poll(async () => Number(await progress.getAttribute("value"))).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped at about epoch", { exact: false })).toBeVisible();
  await expect(page.getByText(/^By epoch \d+ the training loss went from/)).toBeVisible();
  await page.getByText("As numbers: Loss by epoch", { exact: false }).click();
  await expect(page.getByRole("columnheader", { name: "Validation loss" })).toBeVisible();
  const csv = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save CSV" }).click();
  expect(readFileSync(await (await csv).path(), "utf8")).toMatch(/^epoch,train,validation\r\n0,/);

  await page.getByRole("slider", { name: "Epochs" }).focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowLeft");
  await page.getByRole("radio", { name: "NAG" }).check();
  await page.getByRole("radio", { name: "1cycle" }).check();
  await page.getByLabel("Seed").fill("4321");
  await page.getByRole("slider", { name: "Batch size" }).focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.getByText("100 epochs, 300 iterations, trained in", { exact: false })).toBeVisible();
  await expect(page.getByRole("img", { name: "Learning rate by epoch" })).toBeVisible();
  await expect(page).toHaveURL(/seed=4321.*rule=nag-lookahead.*b=4.*schedule=onecycle/);
  await expect(page.getByText("validation loss", { exact: false }).first()).toBeVisible();
  await expectReadable(page, "trained network");
  await page.getByRole("radio", { name: "Polynomial" }).check();
  await page.getByRole("slider", { name: "Degree" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("Degree 10 has a training error", { exact: false })).toBeVisible();
});

for (const [name, setting, said] of [
  ["schedule", "Rate η", /Mean loss of the last 10 steps/],
  ["rate-finder", "Last η", /The loss fell most steeply/],
] as const) {
  test(`the ${name} lab computes again after a change and opens again as it was`, async ({ page }) => {
    await createAccount(page);
    await page.goto(`/lab/${name}`);
    await expect(page.locator("[data-engine]")).toHaveAttribute("data-engine", "tfjs");
    const finding = page.getByText(said);
    const before = (await finding.textContent()) ?? "";
    await page.getByRole("slider", { name: setting }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(finding).not.toHaveText(before);
    const after = (await finding.textContent()) ?? "";
    await page.reload();
    await expect(finding).toHaveText(after);
    await expectReadable(page, name);
    const csv = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save CSV" }).click();
    expect(readFileSync(await (await csv).path(), "utf8").split("\r\n").length).toBeGreaterThan(50);
    const png = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save PNG" }).click();
    expect((await png).suggestedFilename()).toBe(`epoch-${name}.png`);
    await page.getByRole("radio", { name: "Adadelta" }).check();
    await expect(finding).not.toHaveText(after);
    await expect(page.getByText("Adadelta has no learning rate", { exact: false })).toBeVisible();
  });
}

test("every lab of training reads well in Korean on a phone, in both themes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await createAccount(page);
  await page.context().addCookies([{ name: "locale", value: "ko", url: sharedServer().url }]);
  for (const place of [
    "/lab/race",
    "/lab/schedule?schedule=onecycle",
    "/lab/rate-finder?rule=nag-lookahead",
    "/lab/fit?d=10",
  ]) {
    await page.goto(place);
    await expect(page.locator("[data-engine='tfjs']")).toBeVisible();
    await expectReadable(page, place);
  }
});

test("a concept leads to its lab, in the state that shows it, and to its questions", async ({ page }) => {
  await createAccount(page);
  await page.goto("/concepts?concept=batch-size");
  const panel = page.locator("#concept");
  await panel.getByRole("link", { name: "Try it in the lab" }).click();
  await expect(page.getByRole("slider", { name: "Batch size" })).toHaveAttribute("aria-valuetext", "4");
  await expect(page.getByText("One epoch is 3 iterations.", { exact: false })).toBeVisible();
  await page.goBack();
  await panel.locator(".links a[href^='/practice/']").first().click();
  await expect(page).toHaveURL(/\/practice\/[a-z-]+\?seed=\d+/);
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
});
