/** What a screen reader is given of a review: what is said aloud, where the focus goes, and what each page consists of. */
import type { Page } from "@playwright/test";
import { changeSettings } from "@/lib/server/people/settings";
import { actAs, createAccount } from "./support/people";
import { leaveOutQuestions, reachQuestion } from "./support/reach";
import { answerWrongly } from "./support/review";
import { expect, test } from "./support/test";

/** The one region that is there from the start and says what happened. */
const said = (page: Page) => page.getByRole("status", { name: "What happened" });
const front = (page: Page) => page.getByRole("heading", { level: 1 });

/** The names of what Tab reaches, one after the other. */
async function tabThrough(page: Page, presses: number): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  return names;
}

test("a day is reviewed by ear: answer, grade, undo and end are said, and the focus follows the card", async ({
  page,
}) => {
  await createAccount(page);
  await actAs(page, (person) => changeSettings(person, { newPerDay: 2 }));
  await leaveOutQuestions(page);
  await page.goto("/review");
  await expect(said(page)).toHaveText("");
  await said(page).evaluate((region) => region.setAttribute("data-first", ""));
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "What is the English name of ‘완전 연결층’?" [level=1]
        - group "Options":
          - button
          - button
          - button
          - button
  `);

  await page.getByRole("button", { name: "Show answer" }).press("Enter");
  await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeFocused();
  await expect(said(page)).toHaveText("Answer, from the notes: Fully connected layer (FC layer)");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "What is the English name of ‘완전 연결층’?" [level=1]
        - paragraph: Fully connected layer (FC layer)
        - group: /^Correction E1/
      - complementary "Where it sits in the notes":
        - heading "Where it sits in the notes" [level=2]
        - list
        - group
  `);
  expect(await tabThrough(page, 4)).toEqual(
    ["Again", "Hard", "Good", "Easy"].map((name) => expect.stringMatching(`^${name}`)),
  );
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText(/^Easy · back in \d+ days/);
  await expect(front(page)).toBeFocused();
  const second = (await front(page).textContent()) ?? "";
  expect(second).not.toContain("완전 연결층");

  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Undo" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Undone.");
  await expect(front(page)).toHaveText("What is the English name of ‘완전 연결층’?");
  await expect(front(page)).toBeFocused();

  // An exercise answers aloud too, where the focus goes.
  await page.keyboard.press("1");
  const next = page.getByRole("button", { name: "Next card" });
  await expect(next).toBeFocused();
  await expect(next).toHaveAccessibleDescription(/^(Not yet|Right)\. ?.*Fully connected layer/);
  await page.keyboard.press("u");
  for (const shown of ["What is the English name of ‘완전 연결층’?", second]) {
    await expect(front(page)).toHaveText(shown);
    await expect(front(page)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeFocused();
    await page.keyboard.press("4");
  }
  await expect(front(page)).toHaveText("You have seen every card for today.");
  await expect(front(page)).toBeFocused();
  await expect(said(page)).toHaveText(/^Easy · back in .*The day is done: 2 cards\.$/);
  await expect(said(page)).toHaveAttribute("data-first", "");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "You have seen every card for today." [level=1]
      - paragraph: You finished 2 cards today.
      - link "Back to today":
        - /url: /today
  `);
});

test("a computed question says its verdict with the way on", async ({ page }) => {
  await createAccount(page);
  const card = await reachQuestion(page, "conv-output-size");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading /what is the output size/ [level=1]
      - textbox "Output height"
      - textbox "Output width"
      - button "Check"
      - alert
      - button "Show a hint"
      - status
      - status
      - region "Really computed":
        - heading "Really computed" [level=2]
        - status: Predict first. Press Check and it is computed here.
  `);
  await answerWrongly(page, card);
  const next = page.getByRole("button", { name: /^Next/ });
  await expect(next).toBeFocused();
  await expect(next).toHaveAccessibleDescription(/The answer: \d+×\d+/);
  await page.keyboard.press("u");
  await expect(front(page)).toBeFocused();
  await expect(said(page)).toHaveText("Undone.");
});
