import { familyOf } from "@/lib/core/questions/registry";
import { fillByKeys, wrongAnswer } from "./support/review";
import { createAccount } from "./support/people";
import { variantAsking } from "./support/variants";
import { test } from "./support/test";
const ids = (process.env.LOOK ?? "").split(",");
test("look", async ({ page }) => {
  test.setTimeout(600_000);
  await createAccount(page);
  const dark = process.env.DARK === "1";
  await page.setViewportSize(dark ? { width: 390, height: 844 } : { width: 1280, height: 900 });
  if (dark) await page.emulateMedia({ colorScheme: "dark" });
  for (const id of ids) {
    if (id.startsWith("/")) { await page.goto(id); await page.waitForTimeout(1500); await page.screenshot({ path: `/tmp/k/shot${id.replaceAll("/", "-").slice(0, 40)}${dark ? "-d" : ""}.png`, fullPage: true }); continue; }
    const [name = "", level = "3"] = id.split(":");
    const family = familyOf(name); if (!family) throw new Error(name);
    let shown; for (const kind of ["number", "integer", "grid", "choice", "choices"] as const) { try { shown = variantAsking(name, Number(level) as 3, kind); break; } catch {} }
    if (!shown) throw new Error(name);
    await page.goto(shown.address); await page.waitForTimeout(400);
    await fillByKeys(page, shown.form, wrongAnswer(shown.form, shown.truth));
    await page.keyboard.press("Enter"); await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/k/shot-${name}${dark ? "-d" : ""}.png`, fullPage: true });
  }
});
