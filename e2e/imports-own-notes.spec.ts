import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import { createAccount, registerByForm } from "./support/people";
import { picture as twoByTwo } from "./support/picture";
import { expectReadable } from "./support/readable";
import { gradeByKey } from "./support/review";
import { startServer } from "./support/server";
import { expect, test } from "./support/test";

const notes = `# Light
## Refraction
- Definition
  - Light changes its direction where it enters another medium.
- Kinds
  - Prism (PR)
    - It parts light into its colours.
  - Lens (LE)
    - It gathers light in one point.
`;
const changed = `${notes.replace("its colours", "all its colours").replace("## Refraction", "### Refraction")}## Reflection
- Definition
  - Light is thrown back by a surface.
`;

/** A new learner with a course of the notes, on its page. */
async function makeCourse(page: Page): Promise<void> {
  await createAccount(page);
  await page.goto("/courses/new");
  await page.getByLabel("Markdown notes").fill(notes);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();
}

test("own notes become a course, are edited, and every schedule stays", async ({ page }) => {
  test.setTimeout(90_000);
  await createAccount(page);
  await page.goto("/today");
  // A key pressed before the page's script has loaded does nothing.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    await expect(page.getByRole("heading", { level: 1, name: "Courses" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectReadable(page, "courses");
  await page.getByRole("button", { name: /^Stop studying/ }).click();
  await expect(page.getByRole("button", { name: /^Study it/ })).toBeVisible();
  await page.getByRole("link", { name: "Make a course of my notes" }).click();

  const editor = page.getByLabel("Markdown notes");
  await editor.fill(notes);
  await page.reload();
  await expect(editor).toHaveValue(notes);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Preview: Light" })).toBeVisible();
  await expect(page.getByText("It parts light into its colours.").last()).toBeVisible();
  await expectReadable(page, "preview of a new course");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();
  await expectReadable(page, "a course");

  await page.goto("/review");
  const backs: string[] = [];
  for (let steps = 0; steps < 12; steps += 1) {
    const { head } = await gradeByKey(page, "4");
    if (head.cards.length === 0) break;
    backs.push(
      ...head.cards.flatMap(({ face }) => (face.kind === "note" ? [face.sides.en?.back ?? ""] : [])),
    );
  }
  expect(backs.length).toBeGreaterThan(2);

  await page.goto("/courses");
  await page.getByRole("link", { name: "Light", exact: true }).click();
  await page.getByRole("link", { name: "Import the notes again" }).click();
  await expect(editor).toHaveValue(notes);
  await editor.fill(changed);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "What changes" })).toBeVisible();
  await expect(page.getByText(/with their schedules/)).toBeVisible();
  await expect(page.locator("ins", { hasText: "all its colours" }).first()).toBeVisible();
  await expect(page.locator("ins", { hasText: "thrown back by a surface" }).first()).toBeVisible();
  await expect(page.getByText(/retire/)).toHaveCount(0);
  await expectReadable(page, "changes of a course");
  await page.getByRole("button", { name: "Make these changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();

  await page.goto("/review");
  await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
  const { head } = await gradeByKey(page, "4");
  const left = head.cards.flatMap(({ face }) => (face.kind === "note" ? [face.sides.en?.back ?? ""] : []));
  for (const back of left) expect(backs).not.toContain(back);
});

test("a card changed by hand keeps its words when the notes are imported again", async ({ page }) => {
  await makeCourse(page);
  await page.locator("summary", { hasText: "Prism" }).click();
  const card = page.getByRole("article").filter({ hasText: "It parts light into its colours." }).first();
  await card.getByRole("button", { name: "Edit" }).click();
  await card.getByLabel("Back").fill("It makes a rainbow.");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").filter({ hasText: "It makes a rainbow." }).first()).toBeVisible();

  await page.getByRole("link", { name: "Import the notes again" }).click();
  await page.getByLabel("Markdown notes").fill(changed);
  await page.getByRole("button", { name: "Preview" }).click();
  const collision = page.getByRole("group").filter({ hasText: "It makes a rainbow." });
  await expect(collision.getByRole("radio", { name: /Keep my words/ })).toBeChecked();
  await page.getByRole("button", { name: "Make these changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();
  await page.locator("summary", { hasText: "Prism" }).click();
  await expect(page.getByText("It makes a rainbow.").first()).toBeVisible();
});

test.describe("what cannot be taken", () => {
  test.use({ provoked: /status of (413|422)/ });

  test("is refused as a whole with the reason, and nothing that was written is lost", async ({ page }) => {
    await createAccount(page);
    await page.goto("/courses/new");
    const editor = page.getByLabel("Markdown notes");
    await editor.fill(notes);
    const upload = page.getByLabel("Upload files");
    const climbing = zipSync({ "../out.md": new TextEncoder().encode(notes) });
    await upload.setInputFiles({
      name: "notes.zip",
      mimeType: "application/zip",
      buffer: Buffer.from(climbing),
    });
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "points outside its folder" })).toBeVisible();
    await page.getByRole("button", { name: "Remove uploaded files" }).click();
    await upload.setInputFiles({
      name: "a.md",
      mimeType: "text/markdown",
      buffer: Buffer.from([0x23, 0xff]),
    });
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "no UTF-8 text" })).toBeVisible();
    await expect(editor).toHaveValue(notes);
    await page.goto("/courses");
    await expect(page.getByRole("link", { name: "Light" })).toHaveCount(0);
  });

  test("in notes is shown as text and runs nowhere", async ({ page }) => {
    await createAccount(page);
    await page.goto("/courses/new");
    const hostile = `# Traps
## Trap (TR)
- Definition
  - <img src=x onerror="document.title='hacked'"> <script>document.title='hacked'</script> [go](javascript:alert(1)) is inert text.
  - <svg onload="document.title='hacked'"><style>body{display:none}</style> ![far](https://example.com/a.png) stays text.
`;
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.getByLabel("Markdown notes").fill(hostile);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("heading", { name: "Preview: Traps" })).toBeVisible();
    await page.getByRole("button", { name: "Make the course" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Traps" })).toBeVisible();
    await page.locator("summary", { hasText: "Trap" }).click();
    expect(await page.title()).not.toContain("hacked");
    expect(requests.filter((url) => url.includes("example.com"))).toEqual([]);
    expect(await page.locator("main img, main svg[onload], main script").count()).toBe(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("at 390 px the desk is one column and reads well", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await createAccount(page);
  await page.goto("/courses/new");
  await page.getByLabel("Markdown notes").fill(notes);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Preview: Light" })).toBeVisible();
  await expectReadable(page, "the desk at 390 px");
});

test("an administrator rewrites a correction and the card shows it; a student cannot", async ({
  browser,
}) => {
  const own = await startServer();
  const newPage = async () => (await browser.newContext({ baseURL: own.url, locale: "en-US" })).newPage();
  const admin = await newPage();
  await registerByForm(admin);
  await admin.goto("/courses/deep-learning");
  const correction = admin.getByRole("article", { name: "E1", exact: true });
  await correction.getByRole("button", { name: "Edit" }).click();
  await correction.getByLabel("In English").fill("Call it a dense layer here.");
  await correction.getByRole("button", { name: "Save" }).click();
  await expect(correction.getByText("Edited")).toBeVisible();
  await admin.goto("/review");
  await expect(async () => {
    await admin.keyboard.press("Space");
    await expect(admin.getByText("Correction E1")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await admin.getByText("Correction E1").click();
  await expect(admin.getByText("Call it a dense layer here.")).toBeVisible();

  const student = await newPage();
  await registerByForm(student);
  await student.goto("/courses/deep-learning");
  await expect(student.getByRole("heading", { name: "Corrections" })).toBeVisible();
  await expect(student.getByText("Call it a dense layer here.")).toBeVisible();
  await expect(student.getByRole("button", { name: /Edit|Accept|Dismiss/ })).toHaveCount(0);

  await student.goto("/review");
  await expect(async () => {
    await student.getByLabel("This card").click();
    await expect(student.getByRole("button", { name: "Something is wrong" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await student.getByRole("button", { name: "Something is wrong" }).click();
  await student.getByLabel("What is wrong?").fill("The name is out of date.");
  await student.getByRole("button", { name: "Tell the owner" }).click();
  await expect(student.getByText("Told. Thank you.")).toBeVisible();
  await admin.goto("/courses/deep-learning");
  await expect(admin.getByText("The name is out of date.")).toBeVisible();
  await admin.getByRole("button", { name: "Seen to" }).click();
  await expect(admin.getByText("Nothing was reported.")).toBeVisible();
  await own.stop();
});

test("a formula in the notes is drawn on its card", async ({ page }) => {
  await createAccount(page);
  await page.goto("/courses");
  await page.getByRole("button", { name: /^Stop studying/ }).click();
  await expect(page.getByRole("button", { name: /^Study it/ })).toBeVisible();
  await page.goto("/courses/new");
  const formula =
    "# Rates\n## Step\n- Definition\n  - The effective step is $\\eta/\\sqrt{G}$ at each time.\n";
  await page.getByLabel("Markdown notes").fill(formula);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rates" })).toBeVisible();
  await page.goto("/review");
  await expect(async () => {
    await page.keyboard.press("Space");
    await expect(page.locator("article math msqrt").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectReadable(page, "a card with a formula");
});

test("a picture in the folder of the notes is shown on its card", async ({ page }) => {
  await createAccount(page);
  await page.goto("/courses");
  await page.getByRole("button", { name: /^Stop studying/ }).click();
  await expect(page.getByRole("button", { name: /^Study it/ })).toBeVisible();
  await page.goto("/courses/new");
  const shown =
    "# Light\n## Refraction\n- Definition\n  - Light bends at a border. ![A ray in glass](img/ray.png)\n";
  const folder = zipSync({ "light.md": new TextEncoder().encode(shown), "img/ray.png": twoByTwo });
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "light.zip", mimeType: "application/zip", buffer: Buffer.from(folder) });
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();
  await page.goto("/review");
  const picture = page.getByRole("img", { name: "A ray in glass" });
  await expect(async () => {
    await page.getByRole("button", { name: "Show answer" }).click({ timeout: 1000 });
    await expect(picture).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  const address = (await picture.getAttribute("src")) ?? "";
  const stranger = await page.context().browser()?.newContext();
  expect((await stranger?.request.get(new URL(address, page.url()).href))?.status()).toBe(404);
  await stranger?.close();
});

test("a card of one's own is added to a concept and stays through an import", async ({ page }) => {
  await makeCourse(page);
  await page.locator("summary", { hasText: "Prism" }).click();
  await page.locator("summary", { hasText: "Add a card" }).filter({ visible: true }).first().click();
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: "Add a card" }), visible: true });
  await form.getByLabel("Front").fill("Which shape has a prism?");
  await form.getByLabel("Back").fill("A triangle, drawn out.");
  await form.getByRole("button", { name: "Add a card" }).click();
  const own = page.getByRole("article", { name: "Which shape has a prism?" });
  await expect(own).toBeVisible();
  await expectReadable(page, "a course with a card of one's own");
  await page.getByRole("link", { name: "Import the notes again" }).click();
  await page.getByLabel("Markdown notes").fill(changed);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Make these changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Light" })).toBeVisible();
  await page.locator("summary", { hasText: "Prism" }).click();
  await expect(own).toBeVisible();
});

test("a card is split into two, and the two are merged again, by its owner", async ({ page }) => {
  await makeCourse(page);
  await page.locator("summary", { hasText: "Prism" }).click();
  const cards = page.getByRole("article").filter({ visible: true });
  const before = await cards.count();
  await cards.first().getByRole("button", { name: "Edit" }).click();
  await cards.first().locator("summary", { hasText: "Split into two" }).click();
  await expectReadable(page, "a card to split");
  const second = page.getByRole("group", { name: "Second card" });
  await second.getByLabel("Front").fill("");
  const split = page.getByRole("button", { name: "Split into two" });
  await split.click();
  await expect(page.getByText("Both front and back need words.", { exact: false }).first()).toBeVisible();
  await second.getByLabel("Front").fill("What comes out of a prism?");
  await second.getByLabel("Back").fill("Colours");
  await split.click();
  await expect(cards).toHaveCount(before + 1);

  await page.reload();
  await page.locator("summary", { hasText: "Prism" }).click();
  const made = page.getByRole("article", { name: "What comes out of a prism?" });
  await made.getByRole("button", { name: "Edit" }).click();
  await made.locator("summary", { hasText: "Merge with another" }).click();
  await made.getByLabel("Card to merge with").selectOption({ index: 0 });
  await expectReadable(page, "a card to merge");
  await made.getByRole("button", { name: "Merge with another" }).click();
  await expect(made.getByText("Saved", { exact: false }).first()).toBeVisible();
  await page.reload();
  await page.locator("summary", { hasText: "Prism" }).click();
  await expect(page.getByText("Taken out").filter({ visible: true })).toHaveCount(1);
});

test("a concept is renamed and moved by its owner, and the map follows", async ({ page }) => {
  await makeCourse(page);
  await page.locator("summary", { hasText: "Prism" }).click();
  await page.locator("summary", { hasText: "Rename or move the concept" }).filter({ visible: true }).click();
  const form = page.locator("form").filter({ has: page.getByLabel("Concept above it"), visible: true });
  await form.getByLabel("English name").fill("Glass prism");
  await form.getByLabel("Concept above it").selectOption({ label: "Lens" });
  await expectReadable(page, "a concept to move");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: false }).filter({ visible: true }).first()).toBeVisible();
  await page.goto("/concepts");
  await page
    .getByRole("link", { name: /Glass prism/ })
    .first()
    .click();
  await expect(page.getByRole("complementary").getByText(/Lens/).first()).toBeVisible();
});
