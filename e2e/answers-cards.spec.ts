import type { Page } from "@playwright/test";
import type { Exercise } from "@/lib/core/exercises/exercise";
import type { NoteSide, ReviewCard } from "@/lib/core/study/review-card";
import { composeWithEnter, lateEnter } from "./support/compose";
import { createAccount } from "./support/people";
import { reach } from "./support/reach";
import { expectReadable } from "./support/readable";
import { expect, test } from "./support/test";

/** Opens the review on a card that is asked in this form; its side in the language of the page. */
async function reachAsked<Kind extends Exercise["kind"]>(page: Page, kind: Kind) {
  const sideOf = ({ face }: ReviewCard) => (face.kind === "note" ? face.sides.en : undefined);
  const card = await reach(page, (card) => sideOf(card)?.exercise?.kind === kind);
  return sideOf(card) as NoteSide & { exercise: Extract<Exercise, { kind: Kind }> };
}

test("a list is typed, judged member by member, and kept through a reload", async ({ page }) => {
  await createAccount(page);
  const side = await reachAsked(page, "list");
  const members = side.back.split("\n").map((line) => line.replace(/^\d+\. /, ""));
  const first = page.getByRole("textbox", { name: /^Answer 1/ });
  await first.fill(members[1] ?? "");
  await page.reload();
  await expect(first).toHaveValue(members[1] ?? "");
  await expectReadable(page, "a list before its answer");
  const posts: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/study/answer") && posts.push(request.url()));
  await page.getByRole("textbox", { name: /^Answer 2/ }).focus();
  await composeWithEnter(page, "함");
  await lateEnter(page);
  expect(posts).toEqual([]);
  await page.getByRole("textbox", { name: /^Answer 2/ }).fill("something else");
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Enter");
  expect((await (await reply).json()).graded).toMatchObject({ grade: "hard", judged: { credit: 0.5 } });
  await expect(page.getByText("Partly right.")).toBeVisible();
  await expect(page.getByText("Graded Hard", { exact: false })).toBeVisible();
  await expectReadable(page, "a list after its answer");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Partly right.")).toBeHidden();
});

test("an option is chosen by its number, and undo takes the answer back", async ({ page }) => {
  await createAccount(page);
  await page.goto("/review");
  const options = page.getByRole("group", { name: "Options" });
  await expect(options).toBeVisible();
  await expectReadable(page, "a choice before its answer");
  const front = await page.getByRole("heading", { level: 1 }).textContent();
  const reply = page.waitForResponse("**/api/study/answer");
  await expect(async () => {
    await page.keyboard.press("2");
    await expect(options.getByRole("button").nth(1)).toHaveAttribute("aria-pressed", "true", {
      timeout: 500,
    });
  }).toPass();
  const { graded } = await (await reply).json();
  expect(graded.judged.parts).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Next card" })).toBeFocused();
  await expectReadable(page, "a choice after its answer");
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(front ?? "");
  await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
});

test("terms are paired with their meanings by keys, and one wrong pair is named", async ({ page }) => {
  await createAccount(page);
  const { back, exercise } = await reachAsked(page, "matching");
  const meaningOf = (term: string) =>
    back
      .split("\n")
      .find((line) => line.startsWith(`${term}: `))
      ?.slice(term.length + 2);
  const right = exercise.terms.map(({ text }) =>
    exercise.meanings.findIndex((meaning) => meaning.text === meaningOf(text)),
  );
  await expectReadable(page, "pairs before the answer");
  for (const [at, { text }] of exercise.terms.entries()) {
    const group = page.getByRole("group", { name: text, exact: true });
    // The first two are given each other's meaning.
    const place = right[at === 0 ? 1 : at === 1 ? 0 : at] ?? 0;
    await group.getByRole("radio").nth(place).focus();
    await page.keyboard.press("Space");
    await expect(group.getByRole("radio").nth(place)).toBeChecked();
  }
  await page.reload();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(exercise.terms.length);
  await page.getByRole("radio", { checked: true }).last().focus();
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Enter");
  const { graded } = await (await reply).json();
  expect(graded.grade).toBe("again");
  expect(graded.judged.parts.map((part: { isRight: boolean }) => part.isRight)).toEqual(
    exercise.terms.map((_, at) => at > 1),
  );
  await expectReadable(page, "pairs after the answer");
});

test("nothing typed costs nothing and says so; the card can still just be revealed", async ({ page }) => {
  await createAccount(page);
  await reachAsked(page, "list");
  const posts: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/study/answer") && posts.push(request.url()));
  await page.getByRole("button", { name: "Check" }).click();
  const told = page.locator("form").getByRole("alert");
  await expect(told).toHaveText("Give an answer first, or have it shown.");
  await page.getByRole("textbox", { name: /^Answer 1/ }).fill(" ");
  await expect(told).toHaveText("");
  await page.keyboard.press("Enter");
  await expect(told).toHaveText("Give an answer first, or have it shown.");
  expect(posts.filter((url) => url.endsWith("/answer"))).toEqual([]);
  await page.getByRole("button", { name: "Show answer" }).click();
  await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeVisible();
});
