/** A review as the keyboard sees it, and as the page's own requests see it. */
import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { AnswerForm } from "@/lib/core/questions/answer-form";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { truthIn } from "./variants";

export interface AnswerReply {
  graded: Graded;
  head: QueueHead;
}

/** Shows the back of the note card on the page by a key. */
export async function showByKey(page: Page): Promise<void> {
  const show = page.getByRole("button", { name: "Show answer" });
  await expect(show).toBeVisible();
  // A key pressed before the page's script has loaded does nothing.
  await expect(async () => {
    if (await show.isVisible()) await page.keyboard.press("Space");
    await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 15_000 });
}

/** Answers the note card on the page by keys and returns what the server acknowledged. */
export async function gradeByKey(page: Page, key: "1" | "2" | "3" | "4"): Promise<AnswerReply> {
  await showByKey(page);
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press(key);
  const acknowledged = await (await reply).json();
  // The next key is for what comes to the desk now.
  await expect(page.getByRole("group", { name: "How well did you recall it?" })).toHaveCount(0);
  return acknowledged;
}

/** What the question on a card accepts as right. */
function truthOf({ face }: ReviewCard): unknown {
  if (face.kind !== "question") throw new Error("truthOf: a note card has no computed truth");
  return truthIn(face.family, face.params);
}

/** Types or chooses an answer (bare JSON, as `question solve` prints a truth) by keys alone. */
export async function fillByKeys(page: Page, form: AnswerForm, given: unknown): Promise<void> {
  if (form.kind === "choice" || form.kind === "choices") {
    const ids = form.options.map(({ id }) => id);
    for (const id of [given].flat()) await chooseByKey(page, ids.indexOf(String(id)));
    return;
  }
  if (form.kind === "cells") return pickByKeys(page, given as [number, number][]);
  const fields = page.locator("main form").getByRole("textbox");
  const texts =
    form.kind === "table"
      ? (given as unknown[][]).flat().map((cell) => [cell].flat().join("x"))
      : [given].flat(2).map(String);
  for (const [at, text] of texts.entries()) {
    await fields.nth(at).focus();
    await page.keyboard.type(text);
  }
}

/** Turns an option on by its digit; a key pressed before the page's script listens does nothing, so it may take two. */
async function chooseByKey(page: Page, at: number): Promise<void> {
  const box = page.locator("main form fieldset.options input").nth(at);
  await expect(async () => {
    if (!(await box.isChecked())) await page.keyboard.press(String(at + 1));
    await expect(box).toBeChecked({ timeout: 1000 });
  }).toPass();
}

/** Walks the picker with the arrows and turns the cells on with Space. */
async function pickByKeys(page: Page, cells: [number, number][]): Promise<void> {
  await page.locator(".map-pick button[tabindex='0']").focus();
  let [row, column] = [0, 0];
  for (const [toRow, toColumn] of cells) {
    for (; row < toRow; row += 1) await page.keyboard.press("ArrowDown");
    for (; row > toRow; row -= 1) await page.keyboard.press("ArrowUp");
    for (; column < toColumn; column += 1) await page.keyboard.press("ArrowRight");
    for (; column > toColumn; column -= 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
  }
}

/** Answers the computed question on the page by keys. */
async function commitByKeys(page: Page, { face }: ReviewCard, given: unknown): Promise<AnswerReply> {
  if (face.kind !== "question") throw new Error("commitByKeys: a note card is not computed");
  const form = face.ask.answer;
  await fillByKeys(page, form, given);
  const reply = page.waitForResponse("**/api/study/answer");
  // Enter in the picker turns a cell over, so there the button is pressed.
  if (form.kind === "cells") await page.getByRole("button", { name: "Check" }).focus();
  await page.keyboard.press("Enter");
  return (await reply).json();
}

export const answerRightly = (page: Page, card: ReviewCard) => commitByKeys(page, card, truthOf(card));

export function answerWrongly(page: Page, card: ReviewCard): Promise<AnswerReply> {
  if (card.face.kind !== "question") throw new Error("answerWrongly: a note card is not computed");
  return commitByKeys(page, card, wrongAnswer(card.face.ask.answer, truthOf(card)));
}

/** An answer in the same form that is not the truth. */
export function wrongAnswer(form: AnswerForm, truth: unknown): unknown {
  if (form.kind === "choice" || form.kind === "choices") {
    return form.options.map(({ id }) => id).find((id) => ![truth].flat().includes(id));
  }
  if (form.kind === "cells") {
    const cells = truth as [number, number][];
    return cells.length > 1
      ? cells.slice(1)
      : [[form.rows - 1 - (cells[0]?.[0] ?? 0), form.columns - 1 - (cells[0]?.[1] ?? 0)]];
  }
  const off = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(off) : typeof value === "number" ? value + 40 : value;
  return off(truth);
}

/** Leaves an answered question by Enter, once it is saved. */
export async function goOn(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Next/ })).toBeEnabled();
  await page.keyboard.press("Enter");
}

/** One answer over HTTP, with the cookies of whoever owns `request`. */
export function postAnswer(
  request: APIRequestContext,
  card: ReviewCard,
  grade: Grade = "good",
  id: string = randomUUID(),
) {
  const answer =
    card.face.kind === "note"
      ? { kind: "grade", grade }
      : {
          kind: "given",
          given: someAnswer(card.face.ask.answer),
          browserVerdict: null,
        };
  return request.post("/api/study/answer", {
    data: { id, cardId: card.cardId, revision: card.revision, answer, takenMs: 900 },
  });
}

/** Some readable answer, right or wrong. */
export function someAnswer(form: AnswerForm): string {
  switch (form.kind) {
    case "choice":
    case "choices":
      return form.options[0]?.id ?? "";
    case "shape":
      return form.axes.map(() => "3").join("×");
    case "cells":
      return "0,0";
    case "grid":
      return Array(form.rows).fill(Array(form.columns).fill("1").join("|")).join(";");
    case "table":
      return form.rows.map(() => form.columns.map(() => "1").join("|")).join(";");
    default:
      return "3";
  }
}

/** Reviews one card on the page, which is how a queue becomes known outside it. */
export async function openedQueue(page: Page): Promise<AnswerReply> {
  await page.goto("/review");
  return gradeByKey(page, "4");
}
