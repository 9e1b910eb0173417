/** The desired recall of a course over its cost, and forecasts fitted to a learner, used and undone. */
import { usualScheduling } from "@/lib/core/schedule/scheduling";
import { haltProcess } from "./support/halt-process";
import { givePast } from "./support/past";
import { createAccount } from "./support/people";
import { expectReadable } from "./support/readable";
import { expect, test } from "./support/test";

/** Forgets first sights three times as fast, later ones along another curve, and gains less from each review. */
const forgetful = usualScheduling.weights.map((weight, at) => {
  if (at < 4) return weight * 0.3;
  return at === 8 ? 0.8 : at === 20 ? 0.4 : weight;
});

test("the recall of a course is set by keys, over what it costs, before anything was reviewed", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/settings");
  await page.getByRole("link", { name: "Memory and workload" }).click();
  const slider = page.getByRole("slider", { name: "Desired recall" });
  await expect(slider).toHaveAttribute("aria-valuetext", "90%");
  const cost = page.getByText(/minutes a day\. You would then recall/);
  const minutes = async () => Number(/about ([\d.]+) minutes/.exec((await cost.textContent()) ?? "")?.[1]);
  const before = await minutes();
  expect(before).toBeGreaterThan(0);
  await slider.focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "96%");
  expect(await minutes()).toBeGreaterThan(before);
  await page.getByText("Show as a table").click();
  await expect(page.getByRole("row", { name: /^99%/ })).toBeVisible();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: /Save as CSV/ }).click();
  expect((await file).suggestedFilename()).toBe("epoch-workload.csv");
  await expect(page.getByText(/You have 0; 400 to go/)).toHaveCount(2);
  await expect(page.getByRole("button", { name: /^Fit/ })).toHaveCount(0);
  await expectReadable(page, "memory settings");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(slider).toHaveValue("96");
  await page.getByRole("button", { name: "Back to the default 90%" }).click();
  await expect(slider).toHaveValue("90");
});

test("forecasts are fitted while the page stays open or is left, stopped, and undone", async ({
  page,
  server,
}) => {
  const { email } = await createAccount(page);
  const userId = givePast(server, { email, cards: 180, days: 120, truth: forgetful });
  await page.goto("/settings/memory");
  const notes = page.getByRole("form", { name: "Note cards" });
  await expect(notes.getByText("Forecasts use the same values for everybody now.")).toBeVisible();
  await notes.getByRole("button", { name: "Fit note cards" }).click();
  const stop = notes.getByRole("button", { name: "Stop" });
  await haltProcess(`lib/cli/fit-weights.ts ${userId}`);
  await stop.click();
  await expect(notes.getByRole("button", { name: "Fit note cards" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Fits so far" })).toHaveCount(0);

  await notes.getByRole("button", { name: "Fit note cards" }).click();
  await expect(stop).toBeFocused();
  await page.reload();
  const used = /forecasts were off by 0\.\d{3} and with your own values by 0\.\d{3}, so these are used/;
  // A computation of some seconds, in a process that shares the machine with everything else.
  await expect(notes.getByText(used)).toBeVisible({ timeout: 45_000 });
  await expect(notes.getByText("Forecasts use values fitted to your reviews now.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Note cards .* used/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectReadable(page, "memory settings after a fit");
  await notes.getByRole("button", { name: "Undo for note cards" }).click();
  await expect(notes.getByText(/The fitted values were undone/)).toBeVisible();
  await expect(notes.getByText("Forecasts use the same values for everybody now.")).toBeVisible();
});
